import type { Objective } from '@/lib/risk/model/objective';

/**
 * What a consignment is ranked by: the objective of the model in force where it scored the assessment, else the score. Stored: add,
 * never rename.
 */
export const WORTH_BASES = ['score', 'chance', 'revenue', 'balanced'] as const satisfies readonly (
  | 'score'
  | Objective
)[];
export type WorthBasis = (typeof WORTH_BASES)[number];

export type Worth = {
  /** `score` and `chance` in [0, 1]; `revenue` in major units to be expected of an examination; `balanced` a figure of its own. */
  readonly worth: number;
  readonly worthBasis: WorthBasis;
};

/** What the model in force makes of a consignment by the objective it was trained for. */
export type Valued = { readonly objective: Objective; readonly worth: number };

/** The one place that says what consignments compete by. `score` is 0 to 100; `model` null where none is in force. */
export function worthOf({ model, score }: { readonly model: Valued | null; readonly score: number }): Worth {
  return model === null
    ? { worth: score / 100, worthBasis: 'score' }
    : { worth: model.worth, worthBasis: model.objective };
}

/**
 * Puts all that compete for one day's slots on one scale. Figures of one basis stay as they are. On a day that saw another model, or
 * another objective, come into force, each counts by the share of those of its own basis that it is worth more than: a score is
 * never held against a chance, nor a chance against an amount.
 */
export function scaleOf(all: readonly Worth[]): (one: Worth) => number {
  const byBasis = new Map<WorthBasis, number[]>();
  for (const { worth, worthBasis } of all) {
    const own = byBasis.get(worthBasis) ?? [];
    byBasis.set(worthBasis, own);
    own.push(worth);
  }
  if (byBasis.size < 2) return ({ worth }) => worth;
  for (const worths of byBasis.values()) worths.sort((a, b) => a - b);
  return ({ worth, worthBasis }) => {
    const own = byBasis.get(worthBasis) ?? [];
    const below = countWhile(own, (other) => other < worth);
    const notAbove = countWhile(own, (other) => other <= worth);
    return own.length === 0 ? 0 : (below + notAbove) / 2 / own.length;
  };
}

/** How many of ascending figures meet a condition that only the first ones meet. */
function countWhile(ascending: readonly number[], meets: (one: number) => boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (meets(ascending[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export type Ranked = {
  readonly id: string;
  readonly worth: number;
  /** Drawn once for each consignment, so that among equals neither the early sender nor the order of a file decides. */
  readonly tieBreak: number;
};

/** The worthiest first; a total order, so that the same consignments are ranked the same however they come. */
export function byWorth(a: Ranked, b: Ranked): number {
  return b.worth - a.worth || a.tieBreak - b.tieBreak || (a.id < b.id ? -1 : 1);
}
