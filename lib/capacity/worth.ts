/** What a consignment is ranked by: the model's chance of a finding where the assessment has one, else the score. */
export type Worth = {
  /** In [0, 1]. */
  readonly worth: number;
  readonly worthBasis: WorthBasis;
};

export const WORTH_BASES = ['score', 'chance'] as const;
export type WorthBasis = (typeof WORTH_BASES)[number];

/** The one place that says what consignments compete by. `score` is 0 to 100, `chance` in [0, 1]. */
export function worthOf({ chance, score }: { readonly chance: number | null; readonly score: number }): Worth {
  return chance === null ? { worth: score / 100, worthBasis: 'score' } : { worth: chance, worthBasis: 'chance' };
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
