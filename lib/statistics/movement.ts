import { growth } from './measures';
import { daysIn, type Period } from './period';

/** How a figure moved; `new` where there was nothing before, `none` where nothing is compared. */
export type Movement = { readonly kind: 'more' | 'less' | 'level' | 'new' | 'none'; readonly ratio: number };

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
