import 'server-only';
import type { Tx } from '@/db/connection';
import type { declaredRecord } from '@/db/queries/consignment/declared-record';
import { chargedChanges } from '@/db/queries/consignment/extra-charges';
import { findingsOf } from '@/db/queries/consignment/findings-of';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { chargedCorrected, chargedOf } from '@/lib/assessment/charged';
import { extraCharges, knownExtra } from '@/lib/assessment/extra-charges';
import type { SettledCorrection } from '@/lib/clearance/decide-result';
import { dayOf } from '@/lib/kernel/dates';

/**
 * What a result with these corrections adds to the charges beyond what was declared and corrected before, by the law of the day of the
 * declaration: minor units, negative when too much was declared; null while charges are open. And the release category that follows.
 */
export async function foundBy(
  tx: Tx,
  consignmentId: string,
  { record, declaredAt }: Awaited<ReturnType<typeof declaredRecord>>,
  corrections: readonly SettledCorrection[],
) {
  const policy = await policyInForce(tx, dayOf(declaredAt));
  const earlier = await findingsOf(tx, consignmentId);
  const after = chargedCorrected(record, { ...earlier, corrections: [...earlier.corrections, ...corrections] }, policy);
  const { releaseCategory } = after;
  if (corrections.length === 0) return { extraChargesMinor: 0n, releaseCategory };
  const before = chargedCorrected(record, earlier, policy);
  const known = knownExtra(await chargedChanges(tx, consignmentId));
  return {
    extraChargesMinor: extraCharges({ declared: chargedOf(record, policy), before, after }, known),
    releaseCategory,
  };
}
