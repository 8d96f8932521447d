import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { ofConsignment, shownTo } from '@/db/queries/clearance/scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { foundCharges } from '@/db/queries/statistics/found-charges';
import { clearances, decisions } from '@/db/schema';
import { isNoticed, noticeNumber } from '@/lib/clearance/notice';
import type { Status } from '@/lib/clearance/transitions';
import type { DecisionKind } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { appealsOf, type LoadedAppeal } from './load-appeals';

export type AppealsView = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly status: Status;
  readonly currency: string;
  readonly minorDigits: number;
  /** Charges that may still be disputed, minor units. */
  readonly disputableMinor: bigint;
  /** Decisions a notice is due of, the first first. */
  readonly decisions: readonly {
    readonly decisionId: string;
    readonly kind: DecisionKind;
    readonly decidedAt: string;
    /** Of its notice, as an appeal names it. */
    readonly number: string;
  }[];
  /** The latest first. */
  readonly appeals: readonly LoadedAppeal[];
};

/** The appeals of a consignment, with what one more could be about. @throws NotFoundError of another office */
export async function getAppeals(actor: Actor, consignmentId: string): Promise<AppealsView> {
  authorise(actor, 'consignment.read');
  const [row] = await db()
    .select({
      reference: clearances.reference,
      status: clearances.status,
      chargesMinor: clearances.chargesMinor,
      // Written out: a query of one table drops the qualifiers of names.
      found: sql<string>`${foundCharges(sql`clearances.consignment_id`)}::text`,
    })
    .from(clearances)
    .where(and(ofConsignment(consignmentId), shownTo(actor)));
  if (!row) throw new NotFoundError('consignment');
  const [{ currency, minorDigits }, appeals, made] = await Promise.all([
    policyInForce(db(), dayOf(new Date())),
    appealsOf(db(), consignmentId),
    db().select().from(decisions).where(eq(decisions.consignmentId, consignmentId)).orderBy(asc(decisions.decidedAt)),
  ]);
  const numbered = made.map(({ decisionId, decidedAt }) => ({ decisionId, decidedAt: decidedAt.toISOString() }));
  const remitted = appeals.reduce((sum, { remittedMinor }) => sum + remittedMinor, 0n);
  return {
    consignmentId,
    reference: row.reference,
    status: row.status,
    currency,
    minorDigits,
    disputableMinor: row.chargesMinor + BigInt(row.found) - remitted,
    decisions: made
      .filter(({ kind, state }) => state === 'final' && isNoticed(kind))
      .map(({ decisionId, kind, decidedAt, secondAt }) => ({
        decisionId,
        kind,
        decidedAt: (secondAt ?? decidedAt).toISOString(),
        number: noticeNumber(row.reference, numbered, decisionId),
      })),
    appeals: [...appeals].reverse(),
  };
}
