import { formatScaled } from '@/lib/kernel/decimal';
import type { Measure } from './contributions';

/** Currency of every amount in the statistics: the administration's. */
export const STATISTICS_CURRENCY = 'EUR';

/**
 * The figures a person can choose. Each adds up over any dimension and any period. Withdrawn consignments are in `withdrawn` and
 * in no other figure.
 */
export const FIGURES = ['consignments', 'items', 'value', 'mass', 'duty', 'vat', 'withdrawn'] as const;
export type Figure = (typeof FIGURES)[number];
/** Those that tell of goods that came, or will. */
export const TRADE_FIGURES = FIGURES.filter((figure) => figure !== 'withdrawn');

/** Column behind a figure and how many decimal digits its integer carries: cents to euros, grams to kilograms. */
const SOURCES = {
  consignments: { measure: 'consignments', scale: 0, unit: 'count' },
  items: { measure: 'items', scale: 0, unit: 'count' },
  value: { measure: 'valueMinor', scale: 2, unit: 'money' },
  mass: { measure: 'netMassG', scale: 3, unit: 'mass' },
  duty: { measure: 'dutyMinor', scale: 2, unit: 'money' },
  vat: { measure: 'vatMinor', scale: 2, unit: 'money' },
  withdrawn: { measure: 'withdrawn', scale: 0, unit: 'count' },
} as const satisfies Record<Figure, { measure: Measure; scale: number; unit: 'count' | 'money' | 'mass' }>;

/** The exact integers of every figure, in minor units, grams and counts. */
export type Figures = { readonly [F in Figure]: bigint };

export const NO_FIGURES: Figures = {
  consignments: 0n,
  items: 0n,
  value: 0n,
  mass: 0n,
  duty: 0n,
  vat: 0n,
  withdrawn: 0n,
};

/** The measure of a cell that a figure is read from. */
export function measureOf(figure: Figure): Measure {
  return SOURCES[figure].measure;
}

/** What a figure is counted in. */
export function unitOf(figure: Figure): 'count' | 'money' | 'mass' {
  return SOURCES[figure].unit;
}

/** Adds two sets of figures. */
export function addFigures(a: Figures, b: Figures): Figures {
  return {
    consignments: a.consignments + b.consignments,
    items: a.items + b.items,
    value: a.value + b.value,
    mass: a.mass + b.mass,
    duty: a.duty + b.duty,
    vat: a.vat + b.vat,
    withdrawn: a.withdrawn + b.withdrawn,
  };
}

/** Exact decimal text of a figure in pieces, euros or kilograms, without grouping. */
export function figureText(figure: Figure, value: bigint): string {
  return formatScaled(value, SOURCES[figure].scale);
}

/** The figure as a drawing needs it. The only place where an exact figure becomes a floating number. */
export function chartNumber(figure: Figure, value: bigint): number {
  return Number(value) / 10 ** SOURCES[figure].scale;
}

/** Part of a whole from 0 to 1; 0 of nothing. */
export function shareOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 1_000_000n) / whole) / 1_000_000;
}

/** Growth against an earlier figure, 0.12 for 12 % more; null where there was nothing to grow from. */
export function growth(now: bigint, before: bigint): number | null {
  return before === 0n ? null : Number(((now - before) * 1_000_000n) / before) / 1_000_000;
}
