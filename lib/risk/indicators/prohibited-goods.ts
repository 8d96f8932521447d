import type { Indicator } from '@/lib/assessment/types';
import { alsoItems, type IndicatorContext } from '../context';
import { controlHits, hitPointers } from '../controlled-goods';

/** Goods that may not enter, by word or code: selected for examination whatever the score. */
export function prohibitedGoods(context: IndicatorContext): Indicator | null {
  const hits = controlHits(context, 'prohibited');
  const [first] = hits;
  if (!first) return null;
  return {
    code: 'prohibited_goods',
    points: context.policy.indicators.prohibited_goods.points,
    values: {
      control: first.control.key,
      via: first.via,
      term: first.term,
      ground: first.control.ground,
      item: first.itemNumber,
      ...alsoItems(hits),
    },
    pointers: hitPointers(hits),
    mandatory: true,
  };
}
