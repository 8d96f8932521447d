import type { Indicator } from '@/lib/assessment/types';
import { parseDecimal } from '@/lib/kernel/decimal';
import type { IndicatorContext } from '../context';

/** Pieces of an item, whole pieces only counted; 0 where nothing is declared. */
function piecesOf(quantity: string | null): number {
  const parsed = quantity === null ? null : parseDecimal(quantity);
  return parsed ? Number(parsed.digits / 10n ** BigInt(parsed.scale)) : 0;
}

/** Goods declared as gift that bear signs of trade: a platform, many pieces of one kind, or gifts again and again. */
export function giftCommercial(context: IndicatorContext): Indicator | null {
  const { record, facts, policy } = context;
  if (record.transactionType !== 'gift') return null;
  const { pointsPerSign, pointsMax, quantityOfOneKind, gifts30d } = policy.indicators.gift_commercial;
  const platform = (
    [
      ['marketplace', record.marketplace],
      ['seller_name', record.sellerName],
      ['scheme_id', record.schemeId],
    ] as const
  )
    .filter(([, value]) => value !== null)
    .map(([column]): string => column);
  for (const [index, item] of record.items.entries()) {
    if (item.listingUrl !== null) platform.push(`items.${index}.listing_url`);
  }
  const pieces = record.items.map((item) => piecesOf(item.quantity));
  const most = Math.max(0, ...pieces);
  const isMany = most >= quantityOfOneKind;
  const gifts = facts.sender.gifts30d + 1;
  const isRepeated = gifts >= gifts30d;
  const signs = (platform.length > 0 ? 1 : 0) + (isMany ? 1 : 0) + (isRepeated ? 1 : 0);
  if (signs === 0) return null;
  return {
    code: 'gift_commercial',
    points: Math.min(pointsMax, signs * pointsPerSign),
    values: {
      platform: platform.length > 0 ? 'yes' : 'no',
      marketplace: record.marketplace ?? '',
      pieces: isMany ? most : 0,
      gifts: isRepeated ? gifts : 0,
      days: 30,
    },
    pointers: [
      'transaction_type',
      ...platform,
      ...(isMany ? [`items.${pieces.indexOf(most)}.quantity`] : []),
      ...(isRepeated ? ['sender_name'] : []),
    ],
  };
}
