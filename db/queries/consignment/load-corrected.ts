import 'server-only';
import { db } from '@/db/connection';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import { decimal } from '@/lib/kernel/decimal';
import { minorOf } from '@/lib/kernel/money';
import { type OpenCharge, openCharges, toldAmount } from '@/lib/revenue/open-charges';
import type { AssessmentDetail, Compared, CorrectedDetail } from './consignment-detail';
import { correctedCharges } from './corrected-charges';
import { findingsOf } from './findings-of';
import type { RowKey } from './load-goods';

/**
 * Value and charges by what customs found, beside the declared ones; null where nothing was corrected or stated.
 */
export async function loadCorrected(
  key: RowKey,
  declared: AssessmentDetail | undefined,
): Promise<CorrectedDetail | null> {
  const charges = await correctedCharges(db(), key, await findingsOf(db(), key.consignmentId));
  if (!charges || !declared) return null;
  const amount = amountIn(charges.currency, charges.minorDigits);
  const minor = (value: Amount) => minorOf(decimal(value.amount), charges.minorDigits, 'halfUp');
  const feesOf = ({ chargeLines }: AssessmentDetail) =>
    chargeLines.reduce((sum, { kind, amount: fee }) => (kind === 'fee' ? sum + minor(fee) : sum), 0n);
  const open = [...openCharges(declared.chargeLines), ...openCharges(charges.lines)];
  const compare = (before: bigint, after: bigint, ...of: readonly OpenCharge['charge'][]): Compared => ({
    declared: amount(before),
    corrected: amount(after),
    difference: toldAmount(open, of, amount(after - before)),
  });
  return {
    intrinsicValue: compare(minor(declared.intrinsicValue), charges.intrinsicValueMinor, 'value'),
    customsValue: compare(minor(declared.customsValue), charges.customsValueMinor, 'value'),
    duty: compare(minor(declared.duty), charges.dutyMinor, 'duty'),
    vat: compare(minor(declared.vat), charges.vatMinor, 'vat'),
    total: compare(
      minor(declared.duty) + minor(declared.vat) + feesOf(declared),
      charges.dutyMinor + charges.vatMinor + charges.feesMinor,
      ...(['duty', 'vat'] as const),
    ),
    releaseCategory: charges.releaseCategory,
    overLimit: charges.overLimit && {
      value: amount(charges.overLimit.valueMinor).amount,
      limit: amount(charges.overLimit.limitMinor).amount,
      currency: charges.currency,
      citation: charges.overLimit.citation,
      needsDeclaration: charges.overLimit.needsDeclaration,
    },
    excluded: charges.excluded,
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
