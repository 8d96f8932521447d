import { type BoostSettings, boost } from './boost';
import type { Matrix } from './matrix';
import { type FeaturePlan, featuresOf } from './plan';
import { cardContributions, cardLogOdds, fitScorecard, type Scorecard } from './scorecard';
import { type Forest, logOddsOf } from './tree';
import { expectedLogOdds, shapleyValues } from './tree-shap';

/** Boosted trees, or a card of points where results are few or a model is to be read line by line. */
export const MODEL_KINDS = ['gbdt', 'scorecard'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** What turns features into log-odds. */
export type Learner =
  | { readonly kind: 'gbdt'; readonly forest: Forest }
  | { readonly kind: 'scorecard'; readonly card: Scorecard };

/** Fits a learner of a kind. @throws RangeError when the labels do not hold both outcomes */
export function fitLearner(
  kind: ModelKind,
  plan: FeaturePlan,
  matrix: Matrix,
  labels: readonly (0 | 1)[],
  settings: BoostSettings,
  onTree?: (grown: number) => void,
): Learner {
  return kind === 'gbdt'
    ? { kind, forest: boost(matrix, labels, settings, onTree) }
    : { kind, card: fitScorecard(featuresOf(plan), matrix, labels) };
}

/** Log-odds of a row. */
export function learnerLogOdds(learner: Learner, values: Float32Array, offset = 0): number {
  return learner.kind === 'gbdt'
    ? logOddsOf(learner.forest, values, offset)
    : cardLogOdds(learner.card, values, offset);
}

/** Log-odds before anything is known of a row. */
export function baseLogOdds(learner: Learner): number {
  return learner.kind === 'gbdt' ? expectedLogOdds(learner.forest) : learner.card.base;
}

/** What each feature adds to a row's log-odds; with the base they sum to them. */
export function featureShares(learner: Learner, width: number, values: Float32Array, offset = 0): ArrayLike<number> {
  return learner.kind === 'gbdt'
    ? shapleyValues(learner.forest, width, values, offset)
    : cardContributions(learner.card, values, offset);
}
