import type { ChargeLine } from '@/lib/assessment/types';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { moneyText, percentOf } from '@/lib/kernel/money';
import type { Policy } from '@/lib/policy/policy';
import { byPrefix, hasPrefix } from './by-prefix';
import type { Treatment } from './treatment';
import type { Valuation, ValuedItem } from './valuation';

function line(
  valued: ValuedItem,
  duty: ChargeLine,
  policy: Policy,
  working: {
    code: string;
    ratePercent?: string;
    amountMinor?: bigint;
    values?: Readonly<Record<string, string>>;
    citation: string;
  },
): ChargeLine {
  const baseMinor = valued.customsMinor + duty.amountMinor;
  const amountMinor = working.amountMinor ?? 0n;
  const text = (minor: bigint) => moneyText(minor, policy.minorDigits);
  return {
    kind: 'vat',
    itemNumber: valued.item.itemNumber,
    baseMinor,
    ratePercent: working.ratePercent ?? null,
    amountMinor,
    working: {
      code: working.code,
      values: {
        ...valued.printed,
        ...working.values,
        duty: text(duty.amountMinor),
        base: text(baseMinor),
        amount: text(amountMinor),
      },
    },
    citation: working.citation,
  };
}

/**
 * One VAT line per goods item on customs value and duty; nothing at the border where the vendor accounts for it. A reduced rate
 * of the goods comes first, then the standard rate of the recipient's country, then that of the administration.
 */
export function vatLines(
  record: ConsignmentRecord,
  valuation: Valuation,
  treatment: Treatment,
  duties: readonly ChargeLine[],
  policy: Policy,
): readonly ChargeLine[] {
  const { relief } = treatment;
  return valuation.items.flatMap((valued, index) => {
    const duty = duties[index];
    if (!duty || valued.rate === null) return [];
    const { commodityCode } = valued.item;
    if (relief !== null && !hasPrefix(policy.dutyRelief.excluded, commodityCode)) {
      const code = relief === 'gift' ? 'vat_gift' : 'vat_documents';
      const limit = moneyText(policy[relief].limitMinor, policy.minorDigits);
      return [line(valued, duty, policy, { code, values: { limit }, citation: policy[relief].citation })];
    }
    if (treatment.isVendorTaxed && !hasPrefix(policy.vendorScheme.excluded, commodityCode)) {
      const values = { scheme: record.schemeId ?? '' };
      return [line(valued, duty, policy, { code: 'vat_vendor', values, citation: policy.vendorScheme.citation })];
    }
    const rate =
      byPrefix(policy.vatByPrefix, commodityCode) ??
      policy.vatByCountry.get(record.recipient.country) ??
      policy.vatStandard;
    return [
      line(valued, duty, policy, {
        code: 'vat',
        ratePercent: rate.text,
        amountMinor: percentOf(valued.customsMinor + duty.amountMinor, rate.percent, 'halfUp'),
        values: { percent: rate.text },
        citation: rate.source,
      }),
    ];
  });
}
