import { type Rate, wilson } from '@/lib/kernel/wilson';

/** How far a model has come: none yet, scoring for managers only, or taking part in selection. */
export const MODEL_STAGES = ['collecting', 'shadow', 'active'] as const;
export type ModelStage = (typeof MODEL_STAGES)[number];

/** Results a first model needs, and of each outcome: fewer give scores no better than chance. */
export const RESULTS_MIN = 500;
export const RESULTS_OF_EACH_MIN = 100;
/** The model must find this much more than a draw, beyond chance. */
export const LIFT_MIN = 1.2;

export type ResultCounts = { readonly findings: number; readonly conform: number };

/** What is still to be gathered before a first model; zeros when there is enough. */
export function resultsWanting({ findings, conform }: ResultCounts) {
  return {
    results: Math.max(0, RESULTS_MIN - findings - conform),
    findings: Math.max(0, RESULTS_OF_EACH_MIN - findings),
    conform: Math.max(0, RESULTS_OF_EACH_MIN - conform),
  };
}

/** Where a model stands. Nothing but a person's promotion makes it take part in selection. */
export function stageOf(counts: ResultCounts, isPromoted: boolean): ModelStage {
  const isEnough = Object.values(resultsWanting(counts)).every((missing) => missing === 0);
  if (!isEnough) return 'collecting';
  return isPromoted ? 'active' : 'shadow';
}

/** What a model's highest scores hit on results later than its training, beside the random sample of the same weeks. */
export type PromotionTrial = {
  readonly top: { readonly findings: number; readonly examined: number };
  /** What the random sample estimates (`weightedRate`); null without one. */
  readonly random: Rate | null;
};

export type PromotionAdvice = {
  readonly isAdvised: boolean;
  readonly top: Rate | null;
  readonly random: Rate | null;
  /** The rate whose excess by the lower bound speaks for promotion. */
  readonly bar: number | null;
};

/** Advises promotion when the lower 95 % bound of what the model hits exceeds the random rate by a fifth. */
export function promotionAdvice({ top, random }: PromotionTrial): PromotionAdvice {
  const topRate = wilson(top.findings, top.examined);
  const bar = random ? random.rate * LIFT_MIN : null;
  return { isAdvised: topRate !== null && bar !== null && topRate.low > bar, top: topRate, random, bar };
}
