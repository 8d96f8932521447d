import { lastDayOf, monthAfter } from './month';

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

export const MATCHES = [
  'equal',
  'more_at_border',
  'less_at_border',
  'no_return',
  'nothing_at_border',
  'not_due',
] as const;
export type Match = (typeof MATCHES)[number];
export type Reconciled = Sides & {
  readonly match: Match;
  /** Border less declared. */
  readonly differenceMinor: bigint;
};

/**
 * How the two sides of a scheme and month stand to each other. A return is due by the end of the month after its own (Directive
 * 2006/112/EC, Article 369s): before that day, that there is none says nothing.
 */
function reconciled(sides: Sides, today: string): Reconciled {
  const differenceMinor = (sides.borderMinor ?? 0n) - (sides.declaredMinor ?? 0n);
  if (sides.declaredMinor === null) {
    const isDue = today > lastDayOf(monthAfter(sides.month));
    return { ...sides, differenceMinor, match: isDue ? 'no_return' : 'not_due' };
  }
  if (sides.borderMinor === null) return { ...sides, differenceMinor, match: 'nothing_at_border' };
  const match = differenceMinor === 0n ? 'equal' : differenceMinor > 0n ? 'more_at_border' : 'less_at_border';
  return { ...sides, differenceMinor, match };
}

const size = (minor: bigint) => (minor < 0n ? -minor : minor);

/**
 * Every scheme and month with both its sides, the largest difference first, whichever way it goes; those whose return is not due yet
 * stand last.
 */
export function reconcile(all: readonly Sides[], today: string): Reconciled[] {
  const rows = all.map((sides) => reconciled(sides, today));
  return rows.sort((a, b) => {
    if ((a.match === 'not_due') !== (b.match === 'not_due')) return a.match === 'not_due' ? 1 : -1;
    const [one, other] = [size(a.differenceMinor), size(b.differenceMinor)];
    if (one !== other) return one > other ? -1 : 1;
    return `${a.schemeId} ${a.month}` < `${b.schemeId} ${b.month}` ? -1 : 1;
  });
}
