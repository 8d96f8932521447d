import type { Indicator } from '@/lib/assessment/types';
import { amountText, type IndicatorContext, itemPointers } from '../context';

/** Without a register a number passes for what it says it is. */
const NOT_LOOKED_UP = { state: 'valid', isHolder: null } as const;
const SELLERS = ['marketplace', 'seller_name'] as const;

/**
 * A vendor scheme number that cannot be one, that its register does not have on the day or has for somebody else, that is used above
 * the scheme's limit, or that many users share of whom this is a small one (a platform counts as one user).
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
    day: facts.schemeStanding?.day ?? '',
    holder: facts.schemeStanding?.holder ?? '',
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
  const { state, isHolder } = facts.schemeStanding ?? NOT_LOOKED_UP;
  if (state !== 'valid') return found(state, edges.pointsFormat, ['scheme_id']);
  if (isHolder === false) return found('other_holder', edges.pointsFew, ['scheme_id', ...SELLERS]);
  return isStranger ? found('unrelated', edges.pointsFew, ['scheme_id', 'sender_name']) : null;
}
