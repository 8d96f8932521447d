/** What was declared of a scheme and month, and what came over the border under it; null where there is none. */
export type Sides = {
  readonly schemeId: string;
  readonly month: string;
  readonly declaredMinor: bigint | null;
  readonly vatMinor: bigint | null;
  readonly borderMinor: bigint | null;
  /** Goods that came over the border under it. */
  readonly goods: number;
};

export const MATCHES = ['equal', 'more_at_border', 'less_at_border', 'no_return', 'nothing_at_border'] as const;
export type Match = (typeof MATCHES)[number];
export type Reconciled = Sides & {
  readonly match: Match;
  /** Border less declared. */
  readonly differenceMinor: bigint;
};

/** How the two sides of a scheme and month stand to each other. */
function reconciled(sides: Sides): Reconciled {
  const differenceMinor = (sides.borderMinor ?? 0n) - (sides.declaredMinor ?? 0n);
  if (sides.declaredMinor === null) return { ...sides, differenceMinor, match: 'no_return' };
  if (sides.borderMinor === null) return { ...sides, differenceMinor, match: 'nothing_at_border' };
  const match = differenceMinor === 0n ? 'equal' : differenceMinor > 0n ? 'more_at_border' : 'less_at_border';
  return { ...sides, differenceMinor, match };
}

const size = (minor: bigint) => (minor < 0n ? -minor : minor);

/** Every scheme and month with both its sides, the largest difference first, whichever way it goes. */
export function reconcile(all: readonly Sides[]): Reconciled[] {
  return all.map(reconciled).sort((a, b) => {
    const [one, other] = [size(a.differenceMinor), size(b.differenceMinor)];
    if (one !== other) return one > other ? -1 : 1;
    return `${a.schemeId} ${a.month}` < `${b.schemeId} ${b.month}` ? -1 : 1;
  });
}
