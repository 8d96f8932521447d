import type { PartyHistory } from '@/lib/assessment/facts';
import type { Indicator } from '@/lib/assessment/types';
import { amountText, type IndicatorContext, itemPointers } from '../context';

function isSeries(history: PartyHistory, context: IndicatorContext): boolean {
  const { policy, charges } = context;
  const { minConsignments, partFromPercent } = policy.indicators.splitting;
  const { limitMinor } = policy.lowValue;
  const parts = BigInt(history.consignments7d);
  const isPart = (worth: bigint, count: bigint) =>
    worth * 100n >= limitMinor * count * BigInt(partFromPercent) && worth <= limitMinor * count;
  return (
    history.consignments7d + 1 >= minConsignments &&
    history.valueMinor7d + charges.intrinsicValueMinor > limitMinor &&
    isPart(charges.intrinsicValueMinor, 1n) &&
    isPart(history.valueMinor7d, parts)
  );
}

/**
 * Several low-value consignments within seven days to one recipient, or one address, that together stand above the limit and each
 * are a fair part of it; many small orders in one week are ordinary shopping.
 */
export function splitting(context: IndicatorContext): Indicator | null {
  const { facts, policy, charges } = context;
  const { points, pointsByRecipient } = policy.indicators.splitting;
  const byRecipient = isSeries(facts.recipient, context);
  if (!byRecipient && !isSeries(facts.address, context)) return null;
  const history = byRecipient ? facts.recipient : facts.address;
  return {
    code: 'splitting',
    points: byRecipient ? pointsByRecipient : points,
    values: {
      by: byRecipient ? 'recipient' : 'address',
      consignments: history.consignments7d + 1,
      days: 7,
      total: amountText(context, history.valueMinor7d + charges.intrinsicValueMinor),
      limit: amountText(context, policy.lowValue.limitMinor),
      currency: charges.currency,
    },
    pointers: [byRecipient ? 'recipient_name' : 'recipient_address', ...itemPointers(context, 'value')],
  };
}
