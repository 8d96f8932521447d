import { type BoostSettings, boost } from './boost';
import { calibrate } from './calibration';
import { encodeAsOf } from './encode';
import { History } from './history';
import { type Matrix, takeRows } from './matrix';
import type { FeaturePlan, FeatureRow } from './plan';
import type { RiskModel } from './risk-model';
import { logOddsOf } from './tree';

/** Newest share of the results, kept from the trees to calibrate them on. */
const CALIBRATION_SHARE = 0.15;

export type Trained = { readonly model: RiskModel; readonly history: History };

/**
 * Trains on results in the order of their days, features as they were on each day. The history counts all results; the
 * trees learn from the older ones and are calibrated on the newest, as they will meet new ones. Fitting anew on all would
 * leave the calibration of another forest. `weights` are 1 over each row's chance of selection.
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
  return { model: fitModel(plan, matrix, rows, labels, settings, weights), history };
}

/** Fits and calibrates on features already made, as snapshots of assessments are. */
export function fitModel(
  plan: FeaturePlan,
  matrix: Matrix,
  rows: readonly FeatureRow[],
  labels: readonly (0 | 1)[],
  settings: BoostSettings,
  weights?: readonly number[],
): RiskModel {
  const older = Math.ceil(rows.length * (1 - CALIBRATION_SHARE));
  const learnt = takeRows(
    matrix,
    Int32Array.from({ length: older }, (_, at) => at),
  );
  const forest = boost(learnt, labels.slice(0, older), settings);
  const scores = rows.slice(older).map((_, at) => logOddsOf(forest, matrix.values, (older + at) * matrix.width));
  return {
    plan,
    forest,
    calibration: calibrate({ scores, labels: labels.slice(older), weights: weights?.slice(older) }),
    training: {
      results: rows.length,
      findings: labels.reduce<number>((sum, label) => sum + label, 0),
      firstDay: rows[0]?.day ?? '',
      lastDay: rows.at(-1)?.day ?? '',
      seed: settings.seed,
    },
  };
}
