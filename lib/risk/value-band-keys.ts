import type { ValueBand } from '@/lib/assessment/facts';

export type BandLevel = ValueBand['level'];
export type BandKey = { readonly level: BandLevel; readonly key: string };
type Goods = { readonly commodityCode: string | null; readonly originCountry: string | null };

/**
 * The bands of unit value that goods can be compared with, the narrowest first: the subheading of the HS from the origin, the
 * subheading, the heading from the origin, the heading, the chapter. What the goods are tells more of a price than where they come from.
 */
export function bandKeysOf({ commodityCode, originCountry }: Goods): readonly BandKey[] {
  if (!commodityCode) return [];
  const [subheading, heading, chapter] = [6, 4, 2].map((digits) => commodityCode.slice(0, digits)) as [
    string,
    string,
    string,
  ];
  const from = (level: BandLevel, code: string): BandKey[] =>
    originCountry ? [{ level, key: `${code}:${originCountry}` }] : [];
  const isWhole = commodityCode.length >= 6;
  return [
    ...(isWhole ? [...from('subheading_origin', subheading), { level: 'subheading' as const, key: subheading }] : []),
    ...from('heading_origin', heading),
    { level: 'heading', key: heading },
    { level: 'chapter', key: chapter },
  ];
}

export const bandSlot = ({ level, key }: BandKey) => `${level} ${key}`;

/** The narrowest of the learned bands that rests on enough goods items; null where none does. */
export function narrowestBand<B extends ValueBand>(
  bands: ReadonlyMap<string, B>,
  goods: Goods,
  minCount: Readonly<Record<BandLevel, number>>,
): B | null {
  for (const wanted of bandKeysOf(goods)) {
    const band = bands.get(bandSlot(wanted));
    if (band && band.count >= minCount[band.level] && band.medianMinor > 0n) return band;
  }
  return null;
}
