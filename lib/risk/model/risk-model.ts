import { type Calibration, calibratedChance } from './calibration';
import { baseLogOdds, featureShares, type Learner, learnerLogOdds } from './learner';
import { pointsOf } from './log-odds';
import type { Matrix } from './matrix';
import { type FeaturePlan, featuresOf } from './plan';

/** A trained model as it is stored: what it reads, what it learnt, and how its scores become chances. */
export type RiskModel = {
  readonly plan: FeaturePlan;
  readonly learner: Learner;
  readonly calibration: Calibration;
  readonly training: TrainingSummary;
};

export type TrainingSummary = {
  readonly results: number;
  readonly findings: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly seed: number;
};

/** What speaks for or against a finding under one reason; 20 points double the odds. */
export type Contribution = { readonly reason: string; readonly logOdds: number; readonly points: number };

export type Explanation = {
  /** Log-odds before anything is known of the consignment. */
  readonly base: number;
  readonly logOdds: number;
  /** One per reason of the plan, the weightiest first; with the base they sum to the log-odds. */
  readonly contributions: readonly Contribution[];
};

/** Scores rows of one model; made once, for it knows what the model expects of no row in particular. */
export class Scorer {
  private readonly reasons: readonly string[];
  private readonly base: number;

  constructor(readonly model: RiskModel) {
    this.reasons = featuresOf(model.plan).map(({ reason }) => reason);
    this.base = baseLogOdds(model.learner);
  }

  /** Log-odds of a row of features: what rows are ranked by. */
  logOdds(values: Float32Array, offset = 0): number {
    return learnerLogOdds(this.model.learner, values, offset);
  }

  /** Log-odds of every row. */
  logOddsOfRows({ rows, width, values }: Matrix): Float64Array {
    return Float64Array.from({ length: rows }, (_, row) => this.logOdds(values, row * width));
  }

  /** Calibrated chance of a finding. */
  chance(logOdds: number): number {
    return calibratedChance(this.model.calibration, logOdds);
  }

  /** What each feature adds (of trees: its Shapley value), summed by reason: sums of them stay exact. */
  explain(values: Float32Array, offset = 0): Explanation {
    const sums = new Map<string, number>();
    const shares = featureShares(this.model.learner, this.reasons.length, values, offset);
    this.reasons.forEach((reason, column) => {
      sums.set(reason, (sums.get(reason) ?? 0) + (shares[column] ?? 0));
    });
    const contributions = [...sums]
      .map(([reason, logOdds]) => ({ reason, logOdds, points: pointsOf(logOdds) }))
      .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
    return { base: this.base, logOdds: this.logOdds(values, offset), contributions };
  }
}
