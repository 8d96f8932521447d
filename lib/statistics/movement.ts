import { growth } from './measures';
import { daysIn, type Period } from './period';

/** How a figure moved; `new` where there was nothing before, `none` where nothing is compared. */
export type Movement = { readonly kind: 'more' | 'less' | 'level' | 'new' | 'none'; readonly ratio: number };

/**
 * Fewest consignments or goods items that a percentage is worked out of. Below it one more or less moves the percentage by two points
 * and more: the crime tables of the UK Office for National Statistics show no percentage of a base under 50 either.
 */
export const PERCENT_BASE_MIN = 50n;
/** Where nobody counted what stands behind a figure, as with the money of one member: beyond tenfold its base was next to nothing. */
const RATIO_MAX = 10;

/** Whether a movement is told in per cent, or its difference alone. `base`: how many consignments or items were compared with; null where unknown. */
export function isPercentTold(ratio: number, base: bigint | null): boolean {
  return base === null ? Math.abs(ratio) <= RATIO_MAX : base >= PERCENT_BASE_MIN;
}

/** Compares a figure with an earlier one; null stands for no comparison. */
export function movementOf(now: bigint, before: bigint | null): Movement {
  if (before === null) return { kind: 'none', ratio: 0 };
  const ratio = growth(now, before);
  if (ratio === null) return { kind: now === 0n ? 'level' : 'new', ratio: 0 };
  if (ratio === 0) return { kind: 'level', ratio };
  return { kind: ratio > 0 ? 'more' : 'less', ratio };
}

/** How a figure moved per day; null where both periods have as many days, so that it would say the same again. */
export function dailyMovementOf(
  now: bigint,
  before: bigint | null,
  periods: { readonly period: Period; readonly previous: Period | null },
): Movement | null {
  if (before === null || !periods.previous) return null;
  const days = daysIn(periods.period);
  const daysBefore = daysIn(periods.previous);
  return days === daysBefore ? null : movementOf(now * BigInt(daysBefore), before * BigInt(days));
}
