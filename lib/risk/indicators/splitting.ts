import type { AssessmentFacts, PartyHistory } from '@/lib/assessment/facts';
import type { Indicator } from '@/lib/assessment/types';
import type { Policy } from '@/lib/policy/policy';
import { amountText, type IndicatorContext, itemPointers } from '../context';

function isSeries(history: PartyHistory, policy: Policy, worthMinor: bigint): boolean {
  const { minConsignments, partFromPercent } = policy.indicators.splitting;
  const { limitMinor } = policy.lowValue;
  const parts = BigInt(history.consignments7d);
  const isPart = (worth: bigint, count: bigint) =>
    worth * 100n >= limitMinor * count * BigInt(partFromPercent) && worth <= limitMinor * count;
  return (
    history.consignments7d + 1 >= minConsignments &&
    history.valueMinor7d + worthMinor > limitMinor &&
    isPart(worthMinor, 1n) &&
    isPart(history.valueMinor7d, parts)
  );
}

/** Whom a series of parts goes to: one recipient, one address, or both, the recipient first. `worthMinor` is the intrinsic value of the goods. */
export function splitTies(
  facts: Pick<AssessmentFacts, 'recipient' | 'address'>,
  policy: Policy,
  worthMinor: bigint,
): readonly ('recipient' | 'address')[] {
  return (['recipient', 'address'] as const).filter((by) => isSeries(facts[by], policy, worthMinor));
}

/**
 * Several low-value consignments within seven days to one recipient, or one address, that together stand above the limit and each
 * are a fair part of it; many small orders in one week are ordinary shopping.
 */
export function splitting(context: IndicatorContext): Indicator | null {
  const { facts, policy, charges } = context;
  const { points, pointsByRecipient } = policy.indicators.splitting;
  const [by] = splitTies(facts, policy, charges.intrinsicValueMinor);
  if (by === undefined) return null;
  const byRecipient = by === 'recipient';
  const history = facts[by];
  return {
    code: 'splitting',
    points: byRecipient ? pointsByRecipient : points,
    values: {
      by,
      consignments: history.consignments7d + 1,
      days: 7,
      total: amountText(context, history.valueMinor7d + charges.intrinsicValueMinor),
      limit: amountText(context, policy.lowValue.limitMinor),
      currency: charges.currency,
    },
    pointers: [byRecipient ? 'recipient_name' : 'recipient_address', ...itemPointers(context, 'value')],
  };
}
