import type { Indicator } from '@/lib/assessment/types';
import { lettersOf } from '@/lib/consignment/words';
import type { IndicatorContext } from '../context';
import { stopTermOf } from '../description';

const LETTER = /\p{L}/gu;

/** A description that names no goods: a pattern such as figures only, too few letters, or nothing but colours, sizes and general words. */
export function vagueDescription(context: IndicatorContext): Indicator | null {
  const { record, policy } = context;
  const { points, pointsPattern, minLetters } = policy.indicators.vague_description;
  let worst: Indicator | null = null;
  for (const [index, item] of record.items.entries()) {
    const words = context.words[index] ?? [];
    if (stopTermOf(words, policy) !== null) continue;
    const text = item.description.trim().toLowerCase();
    const pattern = policy.descriptionPatterns.find(({ expression }) => expression.test(text));
    const isShort = !pattern && (item.description.match(LETTER)?.length ?? 0) < minLetters;
    const isEmpty = !pattern && !isShort && lettersOf(words).every((word) => policy.emptyWords.has(word));
    if (!pattern && !isShort && !isEmpty) continue;
    const earned = pattern ? pointsPattern : points;
    if (earned <= (worst?.points ?? -1)) continue;
    worst = {
      code: 'vague_description',
      points: earned,
      values: {
        item: item.itemNumber,
        description: item.description,
        why: pattern?.key ?? (isShort ? 'short' : 'empty'),
      },
      pointers: [`items.${index}.description`],
    };
  }
  return worst;
}
