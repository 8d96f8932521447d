import type { Indicator } from '@/lib/assessment/types';
import { isControlLane, type Lane, type SelectionReason } from '@/lib/consignment/codes';
import type { Policy } from '@/lib/policy/policy';

/** Points of the fired indicators, 100 at most. */
export function scoreOf(indicators: readonly Indicator[]): number {
  return Math.min(
    100,
    indicators.reduce((sum, indicator) => sum + indicator.points, 0),
  );
}

/** Lane of a score by the limits in force. */
export function laneOfScore(score: number, limits: Policy['laneFromScore']): Lane {
  if (score >= limits.red) return 'red';
  if (score >= limits.yellow) return 'yellow';
  return score >= limits.blue ? 'blue' : 'green';
}

/**
 * Lane the assessment calls for, and why: what is mandatory comes first, then the score. A score that leads to no control selects
 * nothing. Who is controlled also rests on the slots.
 */
export function assignLane(
  indicators: readonly Indicator[],
  score: number,
  policy: Policy,
): { readonly lane: Lane; readonly selectionReason: SelectionReason } {
  if (indicators.some((indicator) => indicator.mandatory === true))
    return { lane: 'red', selectionReason: 'mandatory' };
  const lane = laneOfScore(score, policy.laneFromScore);
  return { lane, selectionReason: isControlLane(lane) ? 'score' : 'none' };
}
