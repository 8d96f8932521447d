import type { Indicator } from '@/lib/assessment/types';
import { vaguenessOf } from '@/lib/consignment/description';
import type { IndicatorContext } from '../context';

/** A description that names no goods: a pattern such as figures only, too few letters, or nothing but colours, sizes and general words. */
export function vagueDescription(context: IndicatorContext): Indicator | null {
  const { record, policy } = context;
  const { points, pointsPattern } = policy.indicators.vague_description;
  let worst: Indicator | null = null;
  for (const [index, item] of record.items.entries()) {
    const words = context.words[index] ?? [];
    const why = vaguenessOf(item.description, words, policy);
    if (why === null) continue;
    const earned = why === 'short' || why === 'empty' ? points : pointsPattern;
    if (earned <= (worst?.points ?? -1)) continue;
    worst = {
      code: 'vague_description',
      points: earned,
      values: {
        item: item.itemNumber,
        description: item.description,
        why,
      },
      pointers: [`items.${index}.description`],
    };
  }
  return worst;
}
