import { binOf, cutPoints } from './bins';
import { pointsOf } from './log-odds';
import type { Matrix } from './matrix';
import type { Feature } from './plan';
import { ridgeLogistic } from './ridge-logistic';

/** A feature of the card: the log-odds of each of its bins, the missing one first, then between the cuts. */
export type Characteristic = {
  readonly feature: Feature;
  readonly cuts: readonly number[];
  readonly logOdds: readonly number[];
};

/** A model that is its own explanation: a score is the base plus one line of each characteristic. */
export type Scorecard = { readonly base: number; readonly characteristics: readonly Characteristic[] };

const BINS_MAX = 12;
/** Findings and others added to a bin, so that an empty one says nothing. */
const PRIOR = 20;
const RIDGE = 20;

/**
 * A scorecard by weight of evidence: each bin's log-odds against all, weighed together by a ridge logistic regression
 * (Siddiqi 2006). The sound choice below about 2,000 results, and the readable challenger above.
 */
export function fitScorecard(features: readonly Feature[], matrix: Matrix, labels: ArrayLike<number>): Scorecard {
  const { rows, width, values } = matrix;
  const evidence = features.map((_, column) => weighEvidence(matrix, column, labels));
  const inputs = new Float64Array(rows * width);
  evidence.forEach(({ cuts, weights }, column) => {
    for (let row = 0; row < rows; row++) {
      inputs[row * width + column] = weights[binOf(values[row * width + column] ?? Number.NaN, cuts)] ?? 0;
    }
  });
  const [base = 0, ...slopes] = ridgeLogistic(inputs, width, labels, RIDGE);
  const characteristics = features.map((feature, column) => {
    const { cuts = [], weights = [] } = evidence[column] ?? {};
    return { feature, cuts, logOdds: weights.map((weight) => Number((weight * (slopes[column] ?? 0)).toPrecision(6))) };
  });
  return { base, characteristics };
}

/** Log-odds of a row by the card. */
export function cardLogOdds(card: Scorecard, values: Float32Array, offset = 0): number {
  return cardContributions(card, values, offset).reduce((sum, share) => sum + share, card.base);
}

/** What each characteristic adds to a row's log-odds. */
export function cardContributions(card: Scorecard, values: Float32Array, offset = 0): number[] {
  return card.characteristics.map(
    ({ cuts, logOdds }, column) => logOdds[binOf(values[offset + column] ?? Number.NaN, cuts)] ?? 0,
  );
}

/** One line of the points table: above `from`, at most `to`; both null for missing values. */
export type PointsLine = {
  readonly feature: string;
  readonly reason: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly points: number;
};

/** The card as a table to print; 20 points double the odds. */
export function pointsTable(card: Scorecard): PointsLine[] {
  return card.characteristics.flatMap(({ feature, cuts, logOdds }) =>
    logOdds.map((value, bin) => ({
      feature: feature.name,
      reason: feature.reason,
      from: bin === 0 ? null : (cuts[bin - 2] ?? Number.NEGATIVE_INFINITY),
      to: bin === 0 ? null : (cuts[bin - 1] ?? Number.POSITIVE_INFINITY),
      points: pointsOf(value),
    })),
  );
}

function weighEvidence({ rows, width, values }: Matrix, column: number, labels: ArrayLike<number>) {
  const own = Float32Array.from({ length: rows }, (_, row) => values[row * width + column] ?? Number.NaN);
  const cuts = cutPoints(own.filter((value) => !Number.isNaN(value)).sort(), BINS_MAX - 1);
  const findings = new Float64Array(cuts.length + 2);
  const seen = new Float64Array(cuts.length + 2);
  let allFindings = 0;
  for (let row = 0; row < rows; row++) {
    const bin = binOf(own[row] ?? Number.NaN, cuts);
    findings[bin] = (findings[bin] ?? 0) + (labels[row] ?? 0);
    seen[bin] = (seen[bin] ?? 0) + 1;
    allFindings += labels[row] ?? 0;
  }
  const share = allFindings / rows;
  const weights = Array.from(findings, (found, bin) => {
    const others = (seen[bin] ?? 0) - found;
    return Math.log((found + PRIOR * share) / (others + PRIOR * (1 - share))) - Math.log(share / (1 - share));
  });
  return { cuts, weights };
}
