import type { ChargeLine, Charges } from '@/lib/assessment/types';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import type { Policy } from '@/lib/policy/policy';
import { dutyLines, outsideLines } from './duty';
import { type StatedDuty, withStated } from './stated-duty';
import { treatmentOf } from './treatment';
import { type Valuation, valuationOf } from './valuation';
import { vatLines } from './vat';

/** Workings of goods that could not be charged; an officer has to look before they go. */
export const UNCHARGED_WORKINGS: ReadonlySet<string> = new Set([
  'without_exchange_rate',
  'transport_without_exchange_rate',
  'duty_without_code',
  'duty_without_rate',
  'duty_not_ad_valorem',
]);

function unconvertedTransport(record: ConsignmentRecord, valuation: Valuation, policy: Policy): readonly ChargeLine[] {
  const [first] = valuation.items;
  if (!valuation.isTransportUnconverted || !first) return [];
  return [
    {
      kind: 'duty',
      itemNumber: first.item.itemNumber,
      baseMinor: 0n,
      ratePercent: null,
      amountMinor: 0n,
      working: {
        code: 'transport_without_exchange_rate',
        values: {
          ...first.printed,
          cost: record.transportCost ?? '',
          costCurrency: record.transportCurrency ?? '',
        },
      },
      citation: policy.dutyRelief.citation,
    },
  ];
}

function sum(lines: readonly ChargeLine[]): bigint {
  return lines.reduce((total, line) => total + line.amountMinor, 0n);
}

/**
 * Duty and VAT of a consignment with a working per line. Amounts are minor units of the administration's currency, rounded half
 * up once per line; the items sum to the totals. What cannot be charged (no exchange rate, no code) is a line of its own, never a guess;
 * a duty that an officer stated takes the place of an open one.
 */
export function chargesOf(record: ConsignmentRecord, policy: Policy, stated: readonly StatedDuty[] = []): Charges {
  const valuation = valuationOf(record, policy);
  const treatment = treatmentOf(record, valuation, policy);
  const duties = treatment.isOutside
    ? outsideLines(record, valuation, policy)
    : dutyLines(valuation, treatment, policy).map((line, index) => {
        const valued = valuation.items[index];
        return valued ? withStated(line, valued, stated, policy) : line;
      });
  const vats = treatment.isOutside ? [] : vatLines(record, valuation, treatment, duties, policy);
  const vatByItem = new Map(vats.map((line) => [line.itemNumber, line.amountMinor]));
  return {
    currency: policy.currency,
    intrinsicValueMinor: valuation.intrinsicMinor,
    customsValueMinor: valuation.customsMinor,
    dutyMinor: sum(duties),
    vatMinor: sum(vats),
    items: valuation.items.map(({ item, intrinsicMinor }, index) => ({
      itemNumber: item.itemNumber,
      valueMinor: intrinsicMinor,
      dutyMinor: duties[index]?.amountMinor ?? 0n,
      vatMinor: vatByItem.get(item.itemNumber) ?? 0n,
    })),
    lines: [...duties, ...vats, ...(treatment.isOutside ? [] : unconvertedTransport(record, valuation, policy))],
  };
}
