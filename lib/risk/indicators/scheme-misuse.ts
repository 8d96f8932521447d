import type { Indicator } from '@/lib/assessment/types';
import { amountText, type IndicatorContext, itemPointers } from '../context';

/**
 * A vendor scheme number that cannot be one, that is used above the scheme's limit, or that many users share of whom this is
 * a small one (a platform counts as one user). Whether the number is registered is known to the tax register only.
 */
export function schemeMisuse(context: IndicatorContext): Indicator | null {
  const { record, facts, policy, charges } = context;
  if (record.schemeId === null) return null;
  const edges = policy.indicators.scheme_misuse;
  const values = {
    scheme: record.schemeId,
    value: amountText(context, charges.intrinsicValueMinor),
    limit: amountText(context, policy.vendorScheme.limitMinor),
    currency: charges.currency,
    senders: facts.scheme?.senders30d ?? 0,
    consignments: facts.scheme?.consignments30d ?? 0,
    days: 30,
  };
  const found = (why: string, points: number, pointers: readonly string[]): Indicator => ({
    code: 'scheme_misuse',
    points,
    values: { why, ...values },
    pointers,
  });
  const use = facts.scheme;
  const isStranger =
    use !== null &&
    use.senders30d >= edges.fewSenders &&
    use.bySameSender30d * 100 <= use.consignments30d * edges.ownShareAtMostPercent;
  if (isStranger && use.senders30d >= edges.manySenders) {
    return found('unrelated', edges.pointsUnrelated, ['scheme_id', 'sender_name']);
  }
  if (charges.intrinsicValueMinor > policy.vendorScheme.limitMinor) {
    return found('above_limit', edges.pointsAboveLimit, ['scheme_id', ...itemPointers(context, 'value')]);
  }
  if (!context.isSchemeNumberShaped) return found('format', edges.pointsFormat, ['scheme_id']);
  return isStranger ? found('unrelated', edges.pointsFew, ['scheme_id', 'sender_name']) : null;
}
