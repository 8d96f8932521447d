import type { Indicator } from '@/lib/assessment/types';
import { amountText, type IndicatorContext, itemPointers } from '../context';

/** A total just under the limit that would have made the consignment dearer: the gift limit for gifts, else low value. */
export function thresholdBunching(context: IndicatorContext): Indicator | null {
  const { record, policy, charges } = context;
  const { fromPercent, points } = policy.indicators.threshold_bunching;
  const { limitMinor } = (record.transactionType === 'gift' ? policy.gift : null) ?? policy.lowValue;
  const worth = charges.intrinsicValueMinor;
  if (worth > limitMinor || worth * 100n < limitMinor * BigInt(fromPercent)) return null;
  return {
    code: 'threshold_bunching',
    points,
    values: {
      value: amountText(context, worth),
      limit: amountText(context, limitMinor),
      below: amountText(context, limitMinor - worth),
      currency: charges.currency,
    },
    pointers: itemPointers(context, 'value'),
  };
}
