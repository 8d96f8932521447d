import 'server-only';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { type ChargedCorrected, chargedCorrected } from '@/lib/assessment/charged';
import type { Charges } from '@/lib/assessment/types';
import type { WishedCorrection } from '@/lib/clearance/decide-result';
import { dayOf } from '@/lib/kernel/dates';
import { declaredRecord } from './declared-record';
import type { RowKey } from './load-goods';

export type CorrectedCharges = Charges &
  Pick<ChargedCorrected, 'releaseCategory' | 'overLimit' | 'excluded'> & { readonly minorDigits: number };

/**
 * The charges of the version in force by the values the examinations found, with the release category and what they leave of the declaration,
 * computed as the recorded results were: with the policy of the day the data were received. Null where nothing was corrected.
 */
export async function correctedCharges(
  from: Executor,
  key: RowKey,
  corrections: readonly WishedCorrection[],
): Promise<CorrectedCharges | null> {
  if (corrections.length === 0) return null;
  const { record, declaredAt } = await declaredRecord(from, key);
  const policy = await policyInForce(from, dayOf(declaredAt));
  const { charges, releaseCategory, overLimit, excluded } = chargedCorrected(record, corrections, policy);
  return { ...charges, releaseCategory, overLimit, excluded, minorDigits: policy.minorDigits };
}
