import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { referrals } from '@/db/schema';
import type { StandingChange } from '@/lib/audit/known-details';
import { decideReferral } from '@/lib/clearance/decide-referral';
import { type QuestionCode, questionText } from '@/lib/clearance/questions';
import type { ReferralType } from '@/lib/clearance/reasons';
import type { Actor } from '@/lib/identity/actor';
import { accept, type OpenChange } from './open-change';
import { recordEvent } from './record-event';
import { type Changed, writeChange } from './write-change';

type Wish = {
  readonly type: ReferralType;
  readonly questionCode: QuestionCode | null;
  readonly question: string | null;
  readonly dueAt: Date;
};

export type Asked = { readonly changed: Changed; readonly standing: StandingChange; readonly referralId: string };

/**
 * Puts a question to the partner within an act that was opened: before a decision, or of goods that are audited after their release. The
 * caller has authorised and writes the audit row. @throws RefusedError `referral.*`, `status.*`, `row.changed`
 */
export async function askPartner(tx: Tx, actor: Actor, open: OpenChange, wish: Wish): Promise<Asked> {
  const { row, act, at } = open;
  const asked = await tx
    .select({ type: referrals.type })
    .from(referrals)
    .where(and(eq(referrals.consignmentId, row.consignmentId), IS_OPEN_REFERRAL));
  const types = asked.map((referral) => referral.type);
  const { next } = accept(decideReferral(row.status, types, wish, at, act === 'audit_ask' ? act : 'refer'));
  const referralId = randomUUID();
  await tx.insert(referrals).values({
    consignmentId: row.consignmentId,
    referralId,
    partnerId: row.partnerId,
    type: wish.type,
    questionCode: wish.questionCode,
    question: questionText(wish.questionCode, wish.question),
    dueAt: wish.dueAt,
    askedBy: actor.id,
    askedByName: actor.name,
    askedAt: at,
  });
  const { changed, standing } = await writeChange(tx, actor, open, {
    status: next,
    openReferrals: row.openReferrals + 1,
  });
  await recordEvent(tx, actor, row, 'referred', { type: wish.type, dueAt: wish.dueAt.toISOString() }, at);
  return { changed, standing, referralId };
}
