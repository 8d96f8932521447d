import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { findScoped } from '@/db/queries/consignment/find-scoped';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { examinations, postAudits } from '@/db/schema';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import { type AuditBasis, type AuditEnd, type AuditState, auditState } from '@/lib/clearance/post-audit';
import type { ResultCode } from '@/lib/clearance/results';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { hasReleased, questionOf } from './audit-rows';

/** The last audit of a consignment as its page shows it. */
export type AuditDetail = {
  readonly auditId: string;
  readonly basis: AuditBasis;
  /** The chance it had where it was drawn, and why it was selected where it was. */
  readonly probability: string | null;
  readonly reason: string | null;
  readonly openedByName: string;
  readonly openedAt: string;
  readonly state: AuditState;
  readonly takenBy: string | null;
  readonly takenByName: string | null;
  readonly takenAt: string | null;
  /** The actor released the goods, and so audits them not. */
  readonly isOfOwnRelease: boolean;
  readonly isOwn: boolean;
  /** By when the partner was to answer; null where it was not asked. */
  readonly dueAt: string | null;
  readonly closedByName: string | null;
  readonly closedAt: string | null;
  /** What brought the goods back, where that ended it. */
  readonly endedAs: AuditEnd | null;
  readonly result: {
    readonly code: ResultCode;
    readonly finding: string | null;
    /** Recovered, or given back where it is negative; null while charges are open. */
    readonly extra: Amount | null;
  } | null;
};

/** The audit of a consignment in the actor's scope, the open one or the last; null where it was never audited. @throws NotFoundError */
export async function getAudit(actor: Actor, consignmentId: string, at = new Date()): Promise<AuditDetail | null> {
  authorise(actor, 'consignment.read');
  await findScoped(actor, consignmentId);
  const [audit] = await db()
    .select()
    .from(postAudits)
    .where(eq(postAudits.consignmentId, consignmentId))
    .orderBy(desc(postAudits.openedAt))
    .limit(1);
  if (!audit) return null;
  const [question, isOfOwnRelease, [result], policy] = await Promise.all([
    questionOf(db(), audit),
    hasReleased(db(), actor, consignmentId),
    db()
      .select()
      .from(examinations)
      .where(and(eq(examinations.consignmentId, consignmentId), eq(examinations.examinationId, audit.auditId))),
    policyInForce(db(), dayOf(at)),
  ]);
  const amount = amountIn(policy.currency, policy.minorDigits);
  const { auditId, basis, probability, reason, openedByName, takenBy, takenByName, closedByName, endedAs } = audit;
  return {
    ...{ auditId, basis, probability, reason, openedByName, takenBy, takenByName, closedByName, endedAs },
    openedAt: audit.openedAt.toISOString(),
    takenAt: audit.takenAt?.toISOString() ?? null,
    closedAt: audit.closedAt?.toISOString() ?? null,
    dueAt: question?.dueAt.toISOString() ?? null,
    state: auditState(audit, question, at),
    isOfOwnRelease,
    isOwn: takenBy === actor.id,
    result: result
      ? {
          code: result.resultCode as ResultCode,
          finding: result.finding,
          extra: result.extraChargesMinor === null ? null : amount(result.extraChargesMinor),
        }
      : null,
  };
}
