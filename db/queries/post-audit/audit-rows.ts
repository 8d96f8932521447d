import 'server-only';
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Executor, Tx } from '@/db/connection';
import { decisions, postAudits, referrals } from '@/db/schema';
import type { HeardQuestion } from '@/lib/clearance/post-audit';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';

export type PostAuditRow = typeof postAudits.$inferSelect;

/** An audit, and whether its reader ever released the goods, first or as the second officer: a release may be reversed and made anew. */
export type AuditOfReader = PostAuditRow & { readonly hasReleased: boolean };

/** The audit of a consignment by its id, for commands that hold the row of its clearance. @throws NotFoundError */
export async function auditWithin(
  tx: Tx,
  actor: Actor,
  { consignmentId, auditId }: { readonly consignmentId: string; readonly auditId: string },
): Promise<AuditOfReader> {
  const [audit] = await tx.select().from(postAudits).where(isAudit(consignmentId, auditId));
  if (!audit) throw new NotFoundError('audit');
  return { ...audit, hasReleased: await hasReleased(tx, actor, consignmentId) };
}

/** Whether somebody ever released goods, first or as the second officer, and it was not taken back or rejected. */
export async function hasReleased(from: Executor, actor: Actor, consignmentId: string): Promise<boolean> {
  const released = await from.$count(
    decisions,
    and(
      eq(decisions.consignmentId, consignmentId),
      inArray(decisions.kind, ['release', 'release_with_correction']),
      eq(decisions.state, 'final'),
      or(eq(decisions.decidedBy, actor.id), eq(decisions.secondBy, actor.id)),
    ),
  );
  return released > 0;
}

/** One audit, and as long as it is open the only one of its consignment. */
export const isAudit = (consignmentId: string, auditId: string) =>
  and(eq(postAudits.consignmentId, consignmentId), eq(postAudits.auditId, auditId));

/** As its partial index words it. */
export const IS_OPEN_AUDIT = isNull(postAudits.closedAt);

/** The question an audit put to the partner last; null where it put none. */
export async function questionOf(from: Executor, audit: PostAuditRow): Promise<HeardQuestion | null> {
  if (!audit.referralId) return null;
  const [question] = await from
    .select({
      dueAt: referrals.dueAt,
      answeredAt: referrals.answeredAt,
      answeredFrom: referrals.answeredFrom,
      answeredBy: referrals.answeredBy,
      withdrawnAt: referrals.withdrawnAt,
    })
    .from(referrals)
    .where(and(eq(referrals.consignmentId, audit.consignmentId), eq(referrals.referralId, audit.referralId)));
  return question ?? null;
}

/** Releases nobody audits or audited yet: an audit that ended because the goods came back was of an earlier one. Names are written out: a query of one table drops their qualifiers. */
export const NEVER_AUDITED = sql`not exists (
  select 1 from ${postAudits} as audited where audited.consignment_id = clearances.consignment_id and audited.ended_as is null)`;
