import type { Indicator } from '@/lib/assessment/types';
import { unclearnessOf } from '@/lib/consignment/description';
import { alsoItems, type IndicatorContext } from '../context';

/** Headings that a broad description is named by, for the officer to choose from. */
const NAMED = 3;

/** A description that leaves open what the goods are: no word of it is known to name goods, or its words fit goods of many kinds. */
export function unclearDescription({ record, words, policy }: IndicatorContext): Indicator | null {
  const hits = record.items.flatMap(({ itemNumber, description }, index) => {
    const why = unclearnessOf(description, words[index] ?? [], policy);
    return why === null ? [] : [{ why, index, itemNumber, description }];
  });
  const [first] = hits;
  if (!first) return null;
  const { headings } = policy.goods.read(first.description);
  return {
    code: 'unclear_description',
    points: policy.indicators.unclear_description.points,
    values: {
      item: first.itemNumber,
      description: first.description,
      why: first.why,
      headings: headings
        .slice(0, NAMED)
        .map(({ heading }) => heading)
        .join(', '),
      ...alsoItems(hits),
    },
    pointers: hits.map(({ index }) => `items.${index}.description`),
  };
}
