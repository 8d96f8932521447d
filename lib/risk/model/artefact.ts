import type { StoredHistory } from './history';
import type { Objective } from './objective';
import type { RiskModel } from './risk-model';

/** A model with the past it counts by. */
export type Learnt = { readonly model: RiskModel; readonly past: StoredHistory };

/** All that scores a consignment, as it is stored: fixed with its version, so that a score can be told again years later. */
export type Artefact = {
  readonly objective: Objective;
  readonly finding: Learnt;
  /** The second model, of critical findings. */
  readonly critical: Learnt | null;
  /** Worth at each thousandth of the traffic of the training, ascending. */
  readonly ranks: readonly number[];
};

const RANKS = 1_000;

/** Quantiles of worths, at most a thousand steps. */
export function ranksOf(worths: ArrayLike<number>): number[] {
  const sorted = Float64Array.from(worths).sort();
  if (sorted.length === 0) return [];
  const steps = Math.min(RANKS, sorted.length);
  return Array.from({ length: steps + 1 }, (_, step) => sorted[Math.round((step * (sorted.length - 1)) / steps)] ?? 0);
}

/** Share of that traffic that was worth less, equal worths by half; 0 to 1. */
export function rankOf(ranks: readonly number[], worth: number): number {
  if (ranks.length < 2) return 0.5;
  const below = countWhile(ranks, (value) => value < worth);
  const upTo = countWhile(ranks, (value) => value <= worth);
  return Math.min(1, (below + upTo) / 2 / ranks.length);
}

function countWhile(sorted: readonly number[], isBefore: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
