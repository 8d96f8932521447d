import type { StatedOf } from '@/lib/charges/duty-of';
import type { GoodsItem } from '@/lib/consignment/record';

/** What of a goods item its duty can be worked out from. */
export type DutyGoods = Pick<GoodsItem, 'itemNumber' | 'commodityCode' | 'originCountry' | 'quantity' | 'netMassKg'>;

/** The duty of a goods item that an officer worked out where the tariff gives no percentage to compute it by. */
export type StatedDuty = {
  readonly itemNumber: number;
  /** Minor units of the administration's currency. */
  readonly amountMinor: bigint;
  /** The provision and the working the officer names; it stands as the citation of the line. */
  readonly ground: string;
  /** What the duty was worked out for; see `dutyBasis`. */
  readonly basis: string;
};

/** Workings whose duty an officer may state. Without an exchange rate the value is open too, and VAT would stand on nothing. */
const STATABLE: ReadonlySet<string> = new Set([
  'duty_without_code',
  'duty_without_rate',
  'duty_not_ad_valorem',
  'duty_upon_proof',
]);

/**
 * All that a duty can be worked out from, as one text: a stated duty counts as long as it is the same, and falls away by itself
 * when a later correction or new data change the goods it was stated for.
 */
export function dutyBasis({ item, customsMinor }: { readonly item: DutyGoods; readonly customsMinor: bigint }): string {
  const { commodityCode, originCountry, quantity, netMassKg } = item;
  return [commodityCode ?? '-', originCountry ?? '-', quantity ?? '-', netMassKg ?? '-', customsMinor].join(' ');
}

/** Whether the duty of a line is open in a way that an officer can close by stating it. */
export function isStatable(line: { readonly kind: string; readonly working: { readonly code: string } }): boolean {
  return line.kind === 'duty' && STATABLE.has(line.working.code);
}

/** What was stated for an item as it is charged now; the later statement counts. */
export function statedOf(items: readonly DutyGoods[], stated: readonly StatedDuty[]): StatedOf {
  return (itemNumber, customsMinor) => {
    if (stated.length === 0) return null;
    const item = items.find((one) => one.itemNumber === itemNumber);
    const basis = item && dutyBasis({ item, customsMinor });
    return stated.findLast((one) => one.itemNumber === itemNumber && one.basis === basis) ?? null;
  };
}

/** Whether a duty that an officer stated stands in the charges. */
export function hasStatedDuty(lines: readonly { readonly working: { readonly code: string } }[]): boolean {
  return lines.some(({ working }) => working.code === 'duty_stated');
}
