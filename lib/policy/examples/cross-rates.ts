import { formatScaled } from '@/lib/kernel/decimal';
import { compare, ONE, over, rational, toMinor } from '@/lib/kernel/rational';

/** Figures a published rate has, as central banks print them. */
const FIGURES = 6;
const PLACES_MAX = 10;

/** Units of a currency for one of another, of what one euro buys of each; with six figures, rounded half up. */
export function crossRate(unitsPerEuro: string, basePerEuro: string): string {
  const rate = over(rational(unitsPerEuro), rational(basePerEuro));
  const [whole = '0', decimals = ''] = formatScaled(toMinor(rate, PLACES_MAX, 'halfUp'), PLACES_MAX).split('.');
  const leading = compare(rate, ONE) < 0 ? decimals.length - decimals.replace(/^0+/, '').length : -whole.length;
  const places = Math.min(PLACES_MAX, Math.max(0, FIGURES + leading));
  return formatScaled(toMinor(rate, places, 'halfUp'), places);
}
