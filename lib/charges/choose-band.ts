import { hasPrefix } from '@/lib/codes/by-prefix';
import { toMinor } from '@/lib/kernel/rational';
import type { ChargedGoods, LawInForce } from './goods';
import type { Band } from './law';
import { amountOf } from './value';

/** The currency a limit is in, where no rate of exchange says whether the goods are within it. */
export type NoRate = { readonly currency: string };

function holds({ when }: Band, testedMinor: bigint, goods: ChargedGoods, inForce: LawInForce): boolean | NoRate {
  const { upTo, below, dispatchedFrom, transactionTypes, underScheme } = when;
  if (dispatchedFrom && !dispatchedFrom.includes(goods.dispatchCountry ?? '')) return false;
  if (transactionTypes && !(goods.transactionType && transactionTypes.includes(goods.transactionType))) return false;
  if (underScheme !== undefined && underScheme !== (goods.scheme !== null)) return false;
  for (const [limit, most] of [
    [upTo, 0n],
    [below, -1n],
  ] as const) {
    if (!limit) continue;
    const edge = amountOf(limit, inForce);
    if (!edge) return { currency: limit.currency };
    // Values were rounded to the minor unit; a limit in another currency is too, so that goods of just that price are within it.
    if (testedMinor - toMinor(edge, inForce.law.minorDigits, 'halfUp') > most) return false;
  }
  return true;
}

/** The first band of the law whose conditions a consignment meets; the last has none, so that there always is one. */
export function chooseBand(goods: ChargedGoods, testedMinor: bigint, inForce: LawInForce): Band | NoRate {
  for (const band of inForce.law.bands) {
    const found = holds(band, testedMinor, goods, inForce);
    if (typeof found !== 'boolean') return found;
    if (found) return band;
  }
  throw new RangeError('the last band of a law has no condition');
}

const prefixes = new WeakMap<readonly string[], ReadonlySet<string>>();

function isOf(list: readonly string[], commodityCode: string | null): boolean {
  if (list.length === 0 || commodityCode === null) return false;
  const known = prefixes.get(list) ?? new Set(list);
  prefixes.set(list, known);
  return hasPrefix(known, commodityCode);
}

/** The bands that decide the duty and the tax of an item: those of the consignment, or the last where its goods are left out. */
export function bandsOf(chosen: Band, last: Band, commodityCode: string | null): { duty: Band; tax: Band } {
  const isClosed = isOf(chosen.closedTo, commodityCode);
  return {
    duty: isClosed || isOf(chosen.dutyClosedTo, commodityCode) ? last : chosen,
    tax: isClosed ? last : chosen,
  };
}
