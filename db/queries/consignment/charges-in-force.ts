import 'server-only';
import { and, desc, inArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { assessments, clearances } from '@/db/schema';
import { chargedCorrected, type Findings } from '@/lib/assessment/charged';
import { dayOf } from '@/lib/kernel/dates';
import { type ChargeSums, chargeSums } from '@/lib/revenue/charge-sums';
import { declaredRecords } from './declared-record';
import { findingsOfSet } from './findings-of';
import type { RowKey } from './load-goods';
import { releasesByCorrection } from './releases-by-correction';

/**
 * The charges of many consignments as they are in force, by consignment: by what customs found, else as the newest version was
 * assessed. What was released as declared is charged as declared, whatever was found. A few looks at the keys, whatever their number.
 */
export async function chargesInForce(
  from: Executor,
  keys: readonly RowKey[],
): Promise<ReadonlyMap<string, ChargeSums>> {
  const sums = new Map<string, ChargeSums>();
  if (keys.length === 0) return sums;
  const ids = [...new Set(keys.map(({ consignmentId }) => consignmentId))];
  const findings = await findingsInForce(from, ids);
  const declared = await declaredRecords(
    from,
    keys.filter(({ consignmentId }) => findings.has(consignmentId)),
  );
  for (const [consignmentId, found] of findings) {
    const version = declared.get(consignmentId);
    if (!version) continue;
    const policy = await policyInForce(from, dayOf(version.declaredAt));
    sums.set(consignmentId, chargeSums(chargedCorrected(version.record, found, policy).charges.lines));
  }
  const asAssessed = keys.filter(({ consignmentId }) => !sums.has(consignmentId));
  if (asAssessed.length === 0) return sums;
  const rows = await from
    .selectDistinctOn([assessments.consignmentId], {
      consignmentId: assessments.consignmentId,
      lines: assessments.chargeLines,
    })
    .from(assessments)
    .where(
      and(
        inArray(
          assessments.consignmentId,
          asAssessed.map(({ consignmentId }) => consignmentId),
        ),
        inArray(assessments.receivedOn, [...new Set(asAssessed.map(({ receivedOn }) => receivedOn))]),
      ),
    )
    .orderBy(assessments.consignmentId, desc(assessments.version));
  for (const { consignmentId, lines } of rows) {
    const exact = lines.map((line) => ({ ...line, amountMinor: BigInt(line.amountMinor) }));
    sums.set(consignmentId, chargeSums(exact));
  }
  return sums;
}

/** Released, or let go once it is paid; what is proposed since changes nothing yet. */
const IS_LET_GO = sql`(${clearances.status} in ('released', 'awaiting_payment')
  or (${clearances.status} = 'awaiting_second' and ${clearances.proposedFrom} in ('released', 'awaiting_payment')))`;

/** What was found, without that of consignments which a release left as they were declared. */
async function findingsInForce(from: Executor, ids: readonly string[]): Promise<ReadonlyMap<string, Findings>> {
  const findings = await findingsOfSet(from, ids);
  if (findings.size === 0) return findings;
  const released = await from
    .select({ consignmentId: clearances.consignmentId })
    .from(clearances)
    .where(and(inArray(clearances.consignmentId, [...findings.keys()]), IS_LET_GO));
  const corrected = await releasesByCorrection(
    from,
    released.map(({ consignmentId }) => consignmentId),
  );
  const asDeclared = new Set(released.map(({ consignmentId }) => consignmentId).filter((id) => !corrected.has(id)));
  return new Map([...findings].filter(([consignmentId]) => !asDeclared.has(consignmentId)));
}
