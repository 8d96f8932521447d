import { weightedRate } from '@/lib/kernel/weighted-rate';
import { type Rate, wilson } from '@/lib/kernel/wilson';
import type { AreaFigure } from './card';
import { areaFigure } from './evaluate';
import { type PromotionAdvice, promotionAdvice } from './ladder';
import { rankRows } from './metrics';

/** A result of a consignment that a version scored when it came in, before anybody knew of it. */
export type TriedResult = {
  readonly rank: number;
  readonly chance: number;
  readonly isFinding: boolean;
  /** The chance with which it was drawn, where the draw chose it; null where something else did. */
  readonly drawnWith: number | null;
};

/** How a version did at work: on what was examined after it had scored it. */
export type Trial = {
  readonly results: number;
  readonly findings: number;
  readonly auc: AreaFigure | null;
  /** The tenth of the results that it ranked highest. */
  readonly top: Rate | null;
  readonly random: Rate | null;
  /** Mean chance it gave among the random results, each weighed by what it stands for, beside the share found among them. */
  readonly meanChance: number | null;
  readonly advice: PromotionAdvice;
};

const TOP_SHARE = 0.1;

/** What such results say of a version. */
export function trialOf(results: readonly TriedResult[]): Trial {
  const labels = results.map(({ isFinding }) => (isFinding ? 1 : 0) as 0 | 1);
  const ranks = results.map(({ rank }) => rank);
  const examined = Math.floor(results.length * TOP_SHARE);
  const found = [...rankRows(ranks).subarray(0, examined)].filter((row) => labels[row] === 1).length;
  const drawn = results.flatMap(({ drawnWith, isFinding, chance }) =>
    drawnWith === null || drawnWith === 0 ? [] : [{ probability: drawnWith, isFinding, chance }],
  );
  const random = weightedRate(drawn);
  const stoodFor = drawn.reduce((sum, { probability }) => sum + 1 / probability, 0);
  return {
    results: results.length,
    findings: labels.filter((label) => label === 1).length,
    auc: areaFigure(ranks, labels),
    top: wilson(found, examined),
    random,
    meanChance:
      stoodFor === 0 ? null : drawn.reduce((sum, { probability, chance }) => sum + chance / probability, 0) / stoodFor,
    advice: promotionAdvice({ top: { findings: found, examined }, random }),
  };
}
