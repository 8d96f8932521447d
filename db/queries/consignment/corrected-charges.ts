import 'server-only';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { correctedRecord } from '@/lib/clearance/corrected-item';
import type { WishedCorrection } from '@/lib/clearance/decide-result';
import { dayOf } from '@/lib/kernel/dates';
import { chargesOf } from '@/lib/revenue/charges';
import { declaredRecord } from './declared-record';
import type { RowKey } from './load-goods';

export type CorrectedCharges = ReturnType<typeof chargesOf> & { readonly minorDigits: number };

/**
 * The charges of the version in force by the values the examinations found, computed as the recorded results were: with the policy
 * of the day the data were received. Null where nothing was corrected.
 */
export async function correctedCharges(
  from: Executor,
  key: RowKey,
  corrections: readonly WishedCorrection[],
): Promise<CorrectedCharges | null> {
  if (corrections.length === 0) return null;
  const { record, declaredAt } = await declaredRecord(from, key);
  const policy = await policyInForce(from, dayOf(declaredAt));
  return { ...chargesOf(correctedRecord(record, corrections), policy), minorDigits: policy.minorDigits };
}
