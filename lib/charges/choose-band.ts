import { compare, fromMinor, type Rational, toMinor } from '@/lib/kernel/rational';
import type { ChargedGoods } from './goods';
import type { Band, Law } from './law';
import { amountOf } from './value';

/** The currency a limit is in, where no rate of exchange says whether the goods are within it. */
export type NoRate = { readonly currency: string };

function holds(band: Band, tested: Rational, goods: ChargedGoods, law: Law): boolean | NoRate {
  const { upTo, below, dispatchedFrom, transactionTypes, underScheme } = band.when;
  if (dispatchedFrom && !dispatchedFrom.includes(goods.dispatchCountry ?? '')) return false;
  if (transactionTypes && !(goods.transactionType && transactionTypes.includes(goods.transactionType))) return false;
  if (underScheme !== undefined && underScheme !== goods.isUnderScheme) return false;
  for (const [limit, most] of [
    [upTo, 0],
    [below, -1],
  ] as const) {
    if (!limit) continue;
    const edge = amountOf(limit, law, goods.unitsPerBase);
    if (!edge) return { currency: limit.currency };
    // Values were rounded to the minor unit; a limit in another currency is too, so that goods of just that price are within it.
    const rounded = fromMinor(toMinor(edge, law.minorDigits, 'halfUp'), law.minorDigits);
    if (compare(tested, rounded) > most) return false;
  }
  return true;
}

/** The first band of the law whose conditions a consignment meets; the last has none, so that there always is one. */
export function chooseBand(law: Law, goods: ChargedGoods, tested: Rational): Band | NoRate {
  for (const band of law.bands) {
    const found = holds(band, tested, goods, law);
    if (typeof found !== 'boolean') return found;
    if (found) return band;
  }
  throw new RangeError('the last band of a law has no condition');
}
