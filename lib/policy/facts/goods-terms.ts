import { rows } from '../parameter';
import { CHEMICALS } from './goods-terms/chemicals';
import { CLOTHING } from './goods-terms/clothing';
import { FOOD } from './goods-terms/food';
import { LEISURE } from './goods-terms/leisure';
import { MACHINES } from './goods-terms/machines';
import { METALS_AND_GLASS } from './goods-terms/metals-and-glass';
import { PHARMACY_AND_PLASTICS } from './goods-terms/pharmacy-and-plastics';
import { TEXTILES } from './goods-terms/textiles';
import { VEHICLES_AND_INSTRUMENTS } from './goods-terms/vehicles-and-instruments';

type Headings = Record<string, readonly string[]>;

/** The terms of a text of lines, each a heading and what its goods are called, by chapter and heading. */
function byChapter(texts: readonly string[]): Readonly<Record<string, { readonly headings: Headings }>> {
  const chapters: Record<string, { headings: Headings }> = {};
  for (const line of texts.flatMap((text) => text.trim().split('\n'))) {
    const heading = line.slice(0, 4);
    const key = `own/${heading.slice(0, 2)}`;
    const terms = line
      .slice(5)
      .split(';')
      .map((term) => term.trim());
    chapters[key] = { headings: { ...chapters[key]?.headings, [heading]: terms } };
  }
  return chapters;
}

/** What goods are called in everyday English, and often in German, French, Spanish, Italian and Dutch, by the heading they belong to: a hint for officers, no ruling. */
export const GOODS_TERMS = rows(
  {
    kind: 'goods_terms',
    validFrom: '2021-07-01',
    source:
      'Our own knowledge of goods and of the Harmonized System 2022, written for this project; no classification ruling',
    edition: 'example 2026-1',
  },
  byChapter([
    FOOD,
    CHEMICALS,
    PHARMACY_AND_PLASTICS,
    TEXTILES,
    CLOTHING,
    METALS_AND_GLASS,
    MACHINES,
    VEHICLES_AND_INSTRUMENTS,
    LEISURE,
  ]),
);
