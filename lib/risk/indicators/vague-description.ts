import type { Indicator } from '@/lib/assessment/types';
import { vaguenessOf } from '@/lib/consignment/description';
import { alsoItems, type IndicatorContext } from '../context';

/** A description that names no goods: a pattern such as figures only, too few letters, or nothing but colours, sizes and general words. */
export function vagueDescription(context: IndicatorContext): Indicator | null {
  const { record, policy } = context;
  const { points, pointsPattern } = policy.indicators.vague_description;
  const hits: { earned: number; why: string; index: number; itemNumber: number; description: string }[] = [];
  for (const [index, { itemNumber, description }] of record.items.entries()) {
    const why = vaguenessOf(description, context.words[index] ?? [], policy);
    if (why === null) continue;
    const earned = why === 'short' || why === 'empty' ? points : pointsPattern;
    hits.push({ earned, why, index, itemNumber, description });
  }
  hits.sort((a, b) => b.earned - a.earned);
  const [worst] = hits;
  if (!worst) return null;
  return {
    code: 'vague_description',
    points: worst.earned,
    values: { item: worst.itemNumber, description: worst.description, why: worst.why, ...alsoItems(hits) },
    pointers: hits.map(({ index }) => `items.${index}.description`),
  };
}
