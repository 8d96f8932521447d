import type { Rate } from '@/lib/kernel/wilson';
import type { Spread } from './drift';
import type { ModelKind } from './learner';
import type { Objective } from './objective';

/** A share of hold-out results by rank, and what it found. All shares from 0 to 1. */
export type TopFigure = {
  readonly share: number;
  readonly precision: Rate | null;
  readonly recall: number;
  readonly stakeRecall: number;
};

/** A part of the hold-out of like chance: what the model said, and what was found, weighted to stand for all traffic. */
export type CalibrationPart = {
  readonly results: number;
  readonly chance: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
};

/** An area under the curve with its 95 % interval. */
export type AreaFigure = { readonly area: number; readonly low: number; readonly high: number };

/** How a model did on results later than those it learnt from. */
export type HoldOut = {
  readonly results: number;
  readonly findings: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly auc: AreaFigure | null;
  readonly tops: readonly TopFigure[];
  /** What the random sample of the same days found. */
  readonly random: Rate | null;
  readonly calibrationError: number;
  readonly calibration: readonly CalibrationPart[];
};

/**
 * What is told of a model: of what it learnt, how it did on later results, what weighs in it. Stored as JSON for years: add fields,
 * never rename.
 */
export type ModelCard = {
  readonly kind: ModelKind;
  readonly objective: Objective;
  readonly trained: {
    readonly firstDay: string;
    readonly lastDay: string;
    readonly results: number;
    readonly findings: number;
    /** Among them, drawn at random. */
    readonly random: number;
    readonly critical: number;
    readonly seed: number;
  };
  readonly calibratedOn: {
    readonly results: number;
    readonly random: number;
    /** Weighted to stand for all traffic; else, with too few random results, of the examined only. */
    readonly isWeighted: boolean;
    /** On all results, block by block, because the newest held too few random ones. */
    readonly isCrossed: boolean;
  };
  readonly holdOut: HoldOut;
  /** The other kind of model on the same results. */
  readonly challenger: { readonly kind: ModelKind; readonly auc: AreaFigure | null } | null;
  /** The second model, of critical findings; null where they are too few. */
  readonly critical: {
    readonly findings: number;
    readonly auc: AreaFigure | null;
    readonly tops: readonly TopFigure[];
  } | null;
  /** Mean weight of each reason in log-odds, the weightiest first. */
  readonly importance: readonly { readonly reason: string; readonly meanLogOdds: number }[];
  readonly sampled: number;
  /** How each watched field was spread at training. */
  readonly spreads: Readonly<Record<string, Spread>>;
};
