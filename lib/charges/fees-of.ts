import type { ChargeLine } from '@/lib/assessment/types';
import { allocate } from '@/lib/kernel/money';
import type { LawInForce } from './goods';
import type { Band, LawAmount } from './law';
import { lineOf, textOf, type ValuedGoods } from './line';
import { roundTo } from './round';
import { amountOf } from './value';

export type Fees = {
  readonly lines: readonly ChargeLine[];
  /** What the tax of an item stands on of them, by item number. */
  readonly taxed: ReadonlyMap<number, bigint>;
};

/** Fees of a consignment: fixed sums for each item, or for the whole and spread by value; or the amount without a rate of exchange. */
export function feesOf(items: readonly ValuedGoods[], band: Band, inForce: LawInForce): Fees | LawAmount {
  const { law } = inForce;
  const lines: ChargeLine[] = [];
  const taxed = new Map<number, bigint>();
  for (const fee of law.fees.filter(({ bands }) => bands.includes(band.key))) {
    const own = amountOf(fee.flat, inForce);
    if (!own) return fee.flat;
    const each = roundTo(own, law.duty, law.minorDigits);
    const weights = items.map(({ customsMinor }) => customsMinor);
    const shares = fee.per === 'item' ? items.map(() => each) : allocate(each, weights);
    for (const [index, valued] of items.entries()) {
      const amountMinor = shares[index] ?? 0n;
      const values = { fee: fee.key.replaceAll('_', ' '), flat: textOf(each, inForce), items: items.length };
      const code = fee.per === 'item' || items.length === 1 ? 'fee_each' : 'fee_share';
      const working = { code, amountMinor, values, citation: fee.citation };
      lines.push(lineOf('fee', valued, valued.customsMinor, working, law.minorDigits));
      const { itemNumber } = valued.item;
      if (fee.isTaxed) taxed.set(itemNumber, (taxed.get(itemNumber) ?? 0n) + amountMinor);
    }
  }
  return { lines, taxed };
}
