import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Executor, Tx } from '@/db/connection';
import { postAudits, referrals } from '@/db/schema';
import type { AuditQuestion } from '@/lib/clearance/post-audit';
import { NotFoundError } from '@/lib/kernel/errors';

export type PostAuditRow = typeof postAudits.$inferSelect;

/** The audit of a consignment by its id, for commands that hold the row of its clearance. @throws NotFoundError */
export async function auditWithin(tx: Tx, consignmentId: string, auditId: string): Promise<PostAuditRow> {
  const [audit] = await tx.select().from(postAudits).where(isAudit(consignmentId, auditId));
  if (!audit) throw new NotFoundError('audit');
  return audit;
}

/** One audit, and as long as it is open the only one of its consignment. */
export const isAudit = (consignmentId: string, auditId: string) =>
  and(eq(postAudits.consignmentId, consignmentId), eq(postAudits.auditId, auditId));

/** As its partial index words it. */
export const IS_OPEN_AUDIT = isNull(postAudits.closedAt);

/** The question an audit put to the partner last; null where it put none. */
export async function questionOf(from: Executor, audit: PostAuditRow): Promise<AuditQuestion | null> {
  if (!audit.referralId) return null;
  const [question] = await from
    .select({
      dueAt: referrals.dueAt,
      answeredAt: referrals.answeredAt,
      withdrawnAt: referrals.withdrawnAt,
    })
    .from(referrals)
    .where(and(eq(referrals.consignmentId, audit.consignmentId), eq(referrals.referralId, audit.referralId)));
  return question ?? null;
}

/** Releases nobody audits or audited yet. Names are written out: a query of one table drops their qualifiers. */
export const NEVER_AUDITED = sql`not exists (
  select 1 from ${postAudits} as audited where audited.consignment_id = clearances.consignment_id)`;
