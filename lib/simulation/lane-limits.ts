import type { PolicyParameter } from '@/lib/policy/parameter';
import type { ParameterChange } from './changes';

/** Scores from the first to below the second. */
export type ScoreRange = readonly [from: number, below: number];

type Limit = Pick<PolicyParameter, 'kind' | 'key' | 'value'>;
const fromScore = ({ value }: Limit): number => (value as { readonly fromScore: number }).fromScore;

/** The scores that a moved limit takes to another lane, whichever of the limits of before stood: all others keep the lane they had. */
export function movedScores(rows: readonly PolicyParameter[], changes: readonly ParameterChange[]): ScoreRange[] {
  return changes
    .filter(({ kind }) => kind === 'lane')
    .flatMap((change) => {
      const now = fromScore(change);
      const before = rows.filter(({ kind, key }) => kind === 'lane' && key === change.key).map(fromScore);
      const [least, most] = [Math.min(now, ...before), Math.max(now, ...before)];
      return least === most ? [] : [[least, most] as const];
    });
}
