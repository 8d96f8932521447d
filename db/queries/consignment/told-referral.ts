import 'server-only';
import type { referrals } from '@/db/schema';
import type { ReferralType } from '@/lib/clearance/reasons';
import { type ReferralState, referralState } from '@/lib/clearance/referral-state';

/** A question as its partner is told it: never who asked, who entered the answer, or why it was withdrawn. */
export type ToldReferral = {
  readonly referralId: string;
  readonly type: ReferralType;
  readonly state: ReferralState;
  /** As it was asked. */
  readonly question: string;
  /** The question of the catalogue; null for one in an officer's own words. */
  readonly questionCode: string | null;
  readonly askedAt: string;
  readonly dueAt: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly withdrawnAt: string | null;
};

/** One question, as it stands at an instant. */
export function toldReferral(row: typeof referrals.$inferSelect, at: Date): ToldReferral {
  return {
    referralId: row.referralId,
    type: row.type,
    state: referralState(row, at),
    question: row.question,
    questionCode: row.questionCode,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    answer: row.answer,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  };
}
