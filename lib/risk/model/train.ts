import type { BoostSettings } from './boost';
import { calibrate } from './calibration';
import { encodeAsOf } from './encode';
import { History } from './history';
import { fitLearner, learnerLogOdds, type ModelKind } from './learner';
import { type Matrix, takeRows } from './matrix';
import type { FeaturePlan, FeatureRow } from './plan';
import type { RiskModel } from './risk-model';

/** Newest share of the results, kept from the learner to calibrate it on. */
const CALIBRATION_SHARE = 0.15;

/** Results with their features, in the order of their days. `weights` are 1 over each row's chance of selection. */
export type TrainingRows = {
  readonly matrix: Matrix;
  readonly labels: readonly (0 | 1)[];
  /** `YYYY-MM-DD`. */
  readonly days: readonly string[];
  readonly weights?: readonly number[];
};

export type Trained = { readonly model: RiskModel; readonly history: History };

/**
 * Trains trees on results in the order of their days, features as they were on each day. The history counts all results; the
 * trees learn from the older ones and are calibrated on the newest, as they will meet new ones. Fitting anew on all would
 * leave the calibration of another forest.
 */
export function trainModel(
  plan: FeaturePlan,
  rows: readonly FeatureRow[],
  labels: readonly (0 | 1)[],
  settings: BoostSettings,
  weights?: readonly number[],
): Trained {
  const history = new History(plan);
  const matrix = encodeAsOf(history, rows, labels);
  const days = rows.map(({ day }) => day);
  return { model: fitModel('gbdt', plan, { matrix, labels, days, weights }, settings), history };
}

/** Where the rows begin that a model of so many results is calibrated on. */
export const calibratedFrom = (results: number): number => Math.ceil(results * (1 - CALIBRATION_SHARE));

/** Fits and calibrates on features already made, as snapshots of assessments are. @throws RangeError as `fitLearner` */
export function fitModel(
  kind: ModelKind,
  plan: FeaturePlan,
  { matrix, labels, days, weights }: TrainingRows,
  settings: BoostSettings,
  onTree?: (grown: number) => void,
): RiskModel {
  const results = labels.length;
  const older = calibratedFrom(results);
  const learnt = takeRows(
    matrix,
    Int32Array.from({ length: older }, (_, at) => at),
  );
  const learner = fitLearner(kind, plan, learnt, labels.slice(0, older), settings, onTree);
  const scores = Float64Array.from({ length: results - older }, (_, at) =>
    learnerLogOdds(learner, matrix.values, (older + at) * matrix.width),
  );
  return {
    plan,
    learner,
    calibration: calibrate({ scores, labels: labels.slice(older), weights: weights?.slice(older) }),
    training: {
      results,
      findings: labels.reduce<number>((sum, label) => sum + label, 0),
      firstDay: days[0] ?? '',
      lastDay: days[results - 1] ?? '',
      seed: settings.seed,
    },
  };
}
