import type { Indicator } from '@/lib/assessment/types';
import { alsoItems, type IndicatorContext } from '../context';
import { controlHits, hitPointers } from '../controlled-goods';

/**
 * Goods that need a licence, certificate or test, by word or code; a code that is declared weighs more than a word. Somebody asks for
 * the paper before they leave: what is prohibited but for a permit is no more a matter of the score than what is prohibited.
 */
export function restrictedGoods(context: IndicatorContext): Indicator | null {
  const hits = controlHits(context, 'restricted');
  const [first] = hits;
  if (!first) return null;
  const { points, pointsByCode } = context.policy.indicators.restricted_goods;
  return {
    code: 'restricted_goods',
    points: first.via === 'code' ? pointsByCode : points,
    values: {
      control: first.control.key,
      via: first.via,
      term: first.term,
      ground: first.control.ground,
      item: first.itemNumber,
      ...alsoItems(hits),
    },
    pointers: hitPointers(hits),
    mandatory: 'documents',
  };
}
