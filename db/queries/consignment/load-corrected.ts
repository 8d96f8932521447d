import 'server-only';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import { correctedRecord } from '@/lib/clearance/corrected-item';
import { dayOf } from '@/lib/kernel/dates';
import { decimal } from '@/lib/kernel/decimal';
import { minorOf } from '@/lib/kernel/money';
import { chargesOf } from '@/lib/revenue/charges';
import type { AssessmentDetail, Compared, CorrectedDetail, ExaminationDetail } from './consignment-detail';
import { declaredRecord } from './declared-record';
import type { RowKey } from './load-goods';

/**
 * Value and charges by the values the examinations found, beside the declared ones; null where nothing was corrected. Computed as
 * the recorded result was: with the policy of the day the data were received.
 */
export async function loadCorrected(
  key: RowKey,
  examinations: readonly ExaminationDetail[],
  declared: AssessmentDetail | undefined,
): Promise<CorrectedDetail | null> {
  const corrections = examinations.flatMap((examination) => examination.corrections);
  if (corrections.length === 0 || !declared) return null;
  const { record, declaredAt } = await declaredRecord(db(), key);
  const policy = await policyInForce(db(), dayOf(declaredAt));
  const charges = chargesOf(correctedRecord(record, corrections), policy);
  const amount = amountIn(charges.currency, policy.minorDigits);
  const minor = (value: Amount) => minorOf(decimal(value.amount), policy.minorDigits, 'halfUp');
  const compare = (before: bigint, after: bigint): Compared => ({
    declared: amount(before),
    corrected: amount(after),
    difference: amount(after - before),
  });
  return {
    intrinsicValue: compare(minor(declared.intrinsicValue), charges.intrinsicValueMinor),
    customsValue: compare(minor(declared.customsValue), charges.customsValueMinor),
    duty: compare(minor(declared.duty), charges.dutyMinor),
    vat: compare(minor(declared.vat), charges.vatMinor),
    total: compare(minor(declared.duty) + minor(declared.vat), charges.dutyMinor + charges.vatMinor),
    items: charges.items.map(({ itemNumber, valueMinor, dutyMinor, vatMinor }) => ({
      itemNumber,
      value: amount(valueMinor),
      duty: amount(dutyMinor),
      vat: amount(vatMinor),
    })),
    chargeLines: charges.lines.map(({ baseMinor, amountMinor, ...line }) => ({
      ...line,
      base: amount(baseMinor),
      amount: amount(amountMinor),
    })),
  };
}
