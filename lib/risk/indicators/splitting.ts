import type { PartyHistory } from '@/lib/assessment/facts';
import type { Indicator } from '@/lib/assessment/types';
import { amountText, type IndicatorContext, itemPointers } from '../context';

function exceeds(history: PartyHistory, context: IndicatorContext): boolean {
  const { policy, charges } = context;
  return (
    history.consignments7d + 1 >= policy.indicators.splitting.minConsignments &&
    history.valueMinor7d + charges.intrinsicValueMinor > policy.lowValue.limitMinor
  );
}

/** Several low-value consignments within seven days to one recipient, or one address, that together stand above the limit. */
export function splitting(context: IndicatorContext): Indicator | null {
  const { facts, policy, charges } = context;
  if (charges.intrinsicValueMinor > policy.lowValue.limitMinor) return null;
  const { points, pointsByRecipient } = policy.indicators.splitting;
  const byRecipient = exceeds(facts.recipient, context);
  if (!byRecipient && !exceeds(facts.address, context)) return null;
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
