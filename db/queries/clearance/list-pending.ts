import 'server-only';
import { and, asc, eq, lt } from 'drizzle-orm';
import { db } from '@/db/connection';
import { IS_OPEN_REFERRAL } from '@/db/queries/clearance/open-referral';
import { clearances, decisions, partners, referrals } from '@/db/schema';
import type { DecisionKind } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { IS_OPEN } from './queue-conditions';
import { shownTo } from './scope';

/** Most lines of each list; the oldest come first. */
export const PENDING_MAX = 100;

type Pending = { readonly consignmentId: string; readonly reference: string; readonly officeId: string };
export type ProposalRow = Pending & {
  readonly kind: DecisionKind;
  readonly proposedByName: string;
  readonly proposedAt: string;
};
export type OverdueRow = Pending & {
  readonly referralId: string;
  readonly partnerName: string;
  readonly type: string;
  readonly askedByName: string;
  /** First receipt of the consignment, and when the partner was asked. */
  readonly receivedAt: string;
  readonly askedAt: string;
  readonly dueAt: string;
};

const OF = {
  consignmentId: clearances.consignmentId,
  reference: clearances.reference,
  officeId: clearances.officeId,
} as const;

/** What waits for others in the actor's offices: proposals for a second officer, without their grounds; questions whose time ran out. */
export async function listPending(
  actor: Actor,
  at = new Date(),
): Promise<{ readonly proposals: readonly ProposalRow[]; readonly overdue: readonly OverdueRow[] }> {
  authorise(actor, 'clearance.supervise');
  const [proposals, overdue] = await Promise.all([
    db()
      .select({ ...OF, kind: decisions.kind, name: decisions.decidedByName, at: decisions.decidedAt })
      .from(clearances)
      .innerJoin(decisions, eq(decisions.consignmentId, clearances.consignmentId))
      .where(and(eq(clearances.status, 'awaiting_second'), eq(decisions.state, 'proposed'), shownTo(actor)))
      .orderBy(asc(decisions.decidedAt))
      .limit(PENDING_MAX),
    db()
      .select({ ...OF, receivedAt: clearances.receivedAt, referral: referrals, partnerName: partners.name })
      .from(referrals)
      .innerJoin(clearances, eq(clearances.consignmentId, referrals.consignmentId))
      .innerJoin(partners, eq(partners.id, clearances.partnerId))
      .where(and(IS_OPEN_REFERRAL, lt(referrals.dueAt, at), IS_OPEN, shownTo(actor)))
      .orderBy(asc(referrals.dueAt))
      .limit(PENDING_MAX),
  ]);
  return {
    proposals: proposals.map(({ name, at: proposedAt, ...row }) => ({
      ...row,
      proposedByName: name,
      proposedAt: proposedAt.toISOString(),
    })),
    overdue: overdue.map(({ referral, receivedAt, ...row }) => ({
      ...row,
      receivedAt: receivedAt.toISOString(),
      askedAt: referral.askedAt.toISOString(),
      referralId: referral.referralId,
      type: referral.type,
      askedByName: referral.askedByName,
      dueAt: referral.dueAt.toISOString(),
    })),
  };
}
