import type { Random } from '@/lib/kernel/prng';
import { pick } from './draw';

export const GOODS_CATEGORIES = ['apparel', 'accessory', 'electronics', 'home', 'beauty', 'leisure', 'tools'] as const;
export type GoodsCategory = (typeof GOODS_CATEGORIES)[number];

/** A kind of goods: HS 2022 subheading, how often it is bought, log-normal price per piece in EUR, mass per piece, titles. */
export type Archetype = {
  readonly key: string;
  readonly hs6: string;
  readonly category: GoodsCategory;
  readonly weight: number;
  readonly medianEur: number;
  readonly sigma: number;
  readonly massG: number;
  readonly titles: readonly string[];
};

/** One row of the goods tables, in the order of the columns above. */
export function goods(
  key: string,
  hs6: string,
  category: GoodsCategory,
  weight: number,
  medianEur: number,
  sigma: number,
  massG: number,
  titles: readonly string[],
): Archetype {
  return { key, hs6, category, weight, medianEur, sigma, massG, titles };
}

const COLOURS = ['black', 'white', 'navy', 'red', 'olive', 'beige', 'pink', 'grey', 'sky blue', 'brown'] as const;
const SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL'] as const;
const COUNTS = ['2', '3', '4', '5', '6', '10', '12'] as const;

/** A title with its `{colour}`, `{size}` and `{count}` filled in. */
export function titleOf(random: Random, archetype: Archetype): string {
  return pick(random, archetype.titles)
    .replace('{colour}', () => pick(random, COLOURS))
    .replace('{size}', () => pick(random, SIZES))
    .replace('{count}', () => pick(random, COUNTS));
}
