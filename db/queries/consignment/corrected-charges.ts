import 'server-only';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { type ChargedCorrected, chargedCorrected, type Findings } from '@/lib/assessment/charged';
import type { Charges } from '@/lib/assessment/types';
import { dayOf } from '@/lib/kernel/dates';
import { type ExciseGoods, exciseGoodsOf, withCodesFound } from '@/lib/revenue/excise';
import { declaredRecord } from './declared-record';
import type { RowKey } from './load-goods';

export type CorrectedCharges = Charges &
  Pick<ChargedCorrected, 'releaseCategory' | 'overLimit' | 'excluded'> & {
    readonly minorDigits: number;
    readonly exciseGoods: readonly ExciseGoods[];
  };

/**
 * The charges of the version in force by what customs found, with the release category and what that leaves of the declaration,
 * computed as the recorded results were: with the policy of the day the data were received. Null where nothing was found.
 */
export async function correctedCharges(
  from: Executor,
  key: RowKey,
  findings: Findings,
): Promise<CorrectedCharges | null> {
  if (findings.corrections.length + findings.duties.length === 0) return null;
  const { record, declaredAt } = await declaredRecord(from, key);
  const policy = await policyInForce(from, dayOf(declaredAt));
  const { charges, releaseCategory, overLimit, excluded } = chargedCorrected(record, findings, policy);
  const exciseGoods = exciseGoodsOf(withCodesFound(record.items, findings.corrections), policy);
  return { ...charges, releaseCategory, overLimit, excluded, exciseGoods, minorDigits: policy.minorDigits };
}
