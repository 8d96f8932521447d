import 'server-only';
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { shownTo } from '@/db/queries/clearance/scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, examinations, postAudits, referrals } from '@/db/schema';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import { type AuditBasis, type AuditEnd, type AuditState, auditState } from '@/lib/clearance/post-audit';
import type { ResultCode } from '@/lib/clearance/results';
import type { Lane } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { IS_OPEN_AUDIT } from './audit-rows';

/** Most lines of the list of what is open, the oldest, and of what was closed, the latest. */
export const AUDITS_SHOWN = 200;
const CLOSED_SHOWN = 50;

type Line = { readonly consignmentId: string; readonly reference: string; readonly headline: string };
export type OpenAudit = Line & {
  readonly auditId: string;
  readonly lane: Lane;
  readonly score: number;
  readonly basis: AuditBasis;
  readonly releasedAt: string | null;
  readonly openedAt: string;
  readonly state: AuditState;
  readonly takenByName: string | null;
  readonly isOwn: boolean;
  readonly dueAt: string | null;
};
export type ClosedAudit = Line & {
  readonly auditId: string;
  readonly closedAt: string;
  /** Who had it: who closed it, or was with it when it ended; null where nobody was. */
  readonly byName: string | null;
  /** What was found; null where the goods came back before. */
  readonly result: ResultCode | null;
  readonly endedAs: AuditEnd | null;
  readonly extra: Amount | null;
};
export type PostAudits = {
  readonly open: readonly OpenAudit[];
  readonly closed: readonly ClosedAudit[];
};

/**
 * The audits of an office: what is open, the own and then the oldest first, and what was found or ended lately. Goods whose release two
 * are about to reverse wait in the queue and not here. @throws NotFoundError for a foreign office
 */
export async function listAudits(actor: Actor, officeId: string, at = new Date()): Promise<PostAudits> {
  authorise(actor, 'clearance.post_audit');
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  const isShown = and(eq(postAudits.officeId, officeId), shownTo(actor));
  const isClearance = and(
    eq(clearances.consignmentId, postAudits.consignmentId),
    eq(clearances.receivedOn, postAudits.receivedOn),
  );
  const shown = { reference: clearances.reference, headline: clearances.headline };
  const [open, closed, policy] = await Promise.all([
    db()
      .select({
        audit: postAudits,
        ...shown,
        lane: clearances.laneEffective,
        score: clearances.score,
        releasedAt: clearances.releasedAt,
        dueAt: referrals.dueAt,
        answeredAt: referrals.answeredAt,
        withdrawnAt: referrals.withdrawnAt,
      })
      .from(postAudits)
      .innerJoin(clearances, isClearance)
      .leftJoin(
        referrals,
        and(eq(referrals.consignmentId, postAudits.consignmentId), eq(referrals.referralId, postAudits.referralId)),
      )
      .where(and(isShown, IS_OPEN_AUDIT, eq(clearances.status, 'released')))
      .orderBy(
        sql`(${postAudits.takenBy} is not distinct from ${actor.id}::uuid) desc`,
        asc(postAudits.openedAt),
        asc(postAudits.auditId),
      )
      .limit(AUDITS_SHOWN),
    db()
      .select({ audit: postAudits, ...shown, code: examinations.resultCode, extra: examinations.extraChargesMinor })
      .from(postAudits)
      .innerJoin(clearances, isClearance)
      .leftJoin(
        examinations,
        and(
          eq(examinations.consignmentId, postAudits.consignmentId),
          eq(examinations.examinationId, postAudits.auditId),
        ),
      )
      .where(and(isShown, isNotNull(postAudits.closedAt)))
      .orderBy(desc(postAudits.closedAt))
      .limit(CLOSED_SHOWN),
    policyInForce(db(), dayOf(at)),
  ]);
  const amount = amountIn(policy.currency, policy.minorDigits);
  const lines = open.map(({ audit, dueAt, answeredAt, withdrawnAt, releasedAt, ...row }): OpenAudit => {
    const { consignmentId, auditId, basis, takenBy, takenByName, openedAt } = audit;
    return {
      ...{ ...row, consignmentId, auditId, basis, takenByName },
      releasedAt: releasedAt?.toISOString() ?? null,
      openedAt: openedAt.toISOString(),
      state: auditState(audit, dueAt && { dueAt, answeredAt, withdrawnAt }, at),
      isOwn: takenBy === actor.id,
      dueAt: dueAt?.toISOString() ?? null,
    };
  });
  return {
    open: lines,
    closed: closed.map(({ audit: { consignmentId, auditId, closedAt, ...audit }, code, extra, ...row }) => ({
      ...{ ...row, consignmentId, auditId, endedAs: audit.endedAs },
      closedAt: closedAt?.toISOString() ?? '',
      byName: audit.closedByName ?? audit.takenByName,
      result: code as ResultCode | null,
      extra: extra === null ? null : amount(extra),
    })),
  };
}
