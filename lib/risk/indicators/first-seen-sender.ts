import type { Indicator } from '@/lib/assessment/types';
import { amountText, type IndicatorContext, itemPointers } from '../context';

/** A sender never seen before; it weighs little alone and more with goods of high value. */
export function firstSeenSender(context: IndicatorContext): Indicator | null {
  const { facts, policy, charges } = context;
  if (facts.sender.firstSeenOn !== null) return null;
  const { points, pointsHighValue } = policy.indicators.first_seen_sender;
  const isHigh = charges.intrinsicValueMinor >= policy.highValueMinor;
  return {
    code: 'first_seen_sender',
    points: isHigh ? pointsHighValue : points,
    values: {
      high: isHigh ? 'yes' : 'no',
      value: amountText(context, charges.intrinsicValueMinor),
      currency: charges.currency,
    },
    pointers: isHigh ? ['sender_name', ...itemPointers(context, 'value')] : ['sender_name'],
  };
}
