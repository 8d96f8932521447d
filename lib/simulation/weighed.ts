import type { Indicator } from '@/lib/assessment/types';
import type { IndicatorChange } from './changes';

/** Points are whole and a score ends at a hundred. */
const POINTS_MAX = 100;

/**
 * The indicators that fired, each counting the part of its points that is simulated, rounded half up; one that counts nothing is
 * switched off: it is not there, and calls for no control. What did not fire cannot be made to.
 */
export function weighed(indicators: readonly Indicator[], changes: readonly IndicatorChange[]): readonly Indicator[] {
  if (changes.length === 0) return indicators;
  const percents = new Map(changes.map(({ code, percent }) => [code, percent]));
  return indicators.flatMap((indicator) => {
    const percent = percents.get(indicator.code) ?? 100;
    if (percent === 0) return [];
    return [{ ...indicator, points: Math.min(POINTS_MAX, Math.floor((indicator.points * percent + 50) / 100)) }];
  });
}
