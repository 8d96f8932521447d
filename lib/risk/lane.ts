import type { Indicator } from '@/lib/assessment/types';
import { type ControlLane, isControlLane, type Lane, type SelectionReason } from '@/lib/consignment/codes';
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
 * The lane of a control that the goods are due whatever they score and whatever slots there are: examination of prohibited goods and
 * listed parties, the papers of restricted goods. Null where nothing is mandatory.
 */
export function mandatoryLane(indicators: readonly Pick<Indicator, 'mandatory'>[]): ControlLane | null {
  if (indicators.some(({ mandatory }) => mandatory === true)) return 'red';
  return indicators.some(({ mandatory }) => mandatory === 'documents') ? 'yellow' : null;
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
  const due = mandatoryLane(indicators);
  const lane = laneOfScore(score, policy.laneFromScore);
  if (due === 'red' || (due === 'yellow' && lane !== 'red')) return { lane: due, selectionReason: 'mandatory' };
  return { lane, selectionReason: isControlLane(lane) ? 'score' : 'none' };
}
