import type { BoostSettings } from './boost';
import { calibrate } from './calibration';
import { encodeAsOf } from './encode';
import { History } from './history';
import { fitLearner, type Learner, learnerLogOdds, type ModelKind } from './learner';
import { type Matrix, takeRows } from './matrix';
import type { FeaturePlan, FeatureRow } from './plan';
import type { RiskModel } from './risk-model';

/** Newest share of the results, kept from the learner to calibrate it on. */
const CALIBRATION_SHARE = 0.15;
/** Blocks of days a crossed calibration is made over. */
const BLOCKS = 5;

/**
 * What a learner is calibrated on: the newest results, kept from it; or, where these are too few, on all results, each block of
 * days scored by a learner of the others, so that none is judged by what it was taught.
 */
export const CALIBRATIONS = ['newest', 'crossed'] as const;
export type CalibratedOn = (typeof CALIBRATIONS)[number];

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
  return { model: fitModel({ kind: 'gbdt', plan, settings }, { matrix, labels, days, weights }), history };
}

/** Where the rows begin that a model of so many results is calibrated on. */
export const calibratedFrom = (results: number): number => Math.ceil(results * (1 - CALIBRATION_SHARE));

type Fit = {
  readonly kind: ModelKind;
  readonly plan: FeaturePlan;
  readonly settings: BoostSettings;
  readonly calibratedOn?: CalibratedOn;
  /** Told how many trees have grown in the learner that is kept. */
  readonly onTree?: (grown: number) => void;
};

/** Fits and calibrates on features already made, as snapshots of assessments are. @throws RangeError as `fitLearner` */
export function fitModel(fit: Fit, rows: TrainingRows): RiskModel {
  const { labels, days } = rows;
  const results = labels.length;
  const isCrossed = fit.calibratedOn === 'crossed';
  const older = isCrossed ? results : calibratedFrom(results);
  const learner = learn(fit, rows, range(0, older), fit.onTree);
  const judged = isCrossed ? range(0, results) : range(older, results);
  const scores = isCrossed ? crossedScores(fit, rows) : scoresOf(learner, rows, judged);
  return {
    plan: fit.plan,
    learner,
    calibration: calibrate({
      scores,
      labels: pick(labels, judged),
      weights: rows.weights && pick(rows.weights, judged),
    }),
    training: {
      results,
      findings: labels.reduce<number>((sum, label) => sum + label, 0),
      firstDay: days[0] ?? '',
      lastDay: days[results - 1] ?? '',
      seed: fit.settings.seed,
    },
  };
}

const range = (from: number, to: number) => Int32Array.from({ length: to - from }, (_, at) => from + at);
const pick = <Value>(values: readonly Value[], rows: Int32Array) => Array.from(rows, (row) => values[row] as Value);

function learn(
  { kind, plan, settings }: Fit,
  { matrix, labels }: TrainingRows,
  rows: Int32Array,
  onTree?: Fit['onTree'],
) {
  return fitLearner(kind, plan, takeRows(matrix, rows), pick(labels, rows), settings, onTree);
}

const scoresOf = (learner: Learner, { matrix }: TrainingRows, rows: Int32Array) =>
  Float64Array.from(rows, (row) => learnerLogOdds(learner, matrix.values, row * matrix.width));

/** Scores of all rows, each by a learner that saw the other blocks of days only. */
function crossedScores(fit: Fit, rows: TrainingRows): Float64Array {
  const results = rows.labels.length;
  const scores = new Float64Array(results);
  for (let block = 0; block < BLOCKS; block++) {
    const [from, to] = [Math.floor((block * results) / BLOCKS), Math.floor(((block + 1) * results) / BLOCKS)];
    const others = Int32Array.from([...range(0, from), ...range(to, results)]);
    scores.set(scoresOf(learn(fit, rows, others), rows, range(from, to)), from);
  }
  return scores;
}
