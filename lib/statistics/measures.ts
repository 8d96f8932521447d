import { formatScaled } from '@/lib/kernel/decimal';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { Measure } from './contributions';

/**
 * The figures a person can choose. Each adds up over any dimension and any period. Withdrawn consignments are in `withdrawn` and
 * in no other figure.
 */
export const FIGURES = ['consignments', 'items', 'value', 'mass', 'duty', 'vat', 'withdrawn'] as const;
export type Figure = (typeof FIGURES)[number];
/** Those that tell of goods that came, or will. */
export const TRADE_FIGURES = FIGURES.filter((figure) => figure !== 'withdrawn');

/** Column behind a figure and what it is counted in. */
const SOURCES = {
  consignments: { measure: 'consignments', unit: 'count' },
  items: { measure: 'items', unit: 'count' },
  value: { measure: 'valueMinor', unit: 'money' },
  mass: { measure: 'netMassG', unit: 'mass' },
  duty: { measure: 'dutyMinor', unit: 'money' },
  vat: { measure: 'vatMinor', unit: 'money' },
  withdrawn: { measure: 'withdrawn', unit: 'count' },
} as const satisfies Record<Figure, { measure: Measure; unit: 'count' | 'money' | 'mass' }>;

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

/** How many decimal digits the integer of a figure carries: minor units of the administration's currency, grams of kilograms. */
export function digitsOf(figure: Figure, { minorDigits }: PolicyCurrency): number {
  return { count: 0, money: minorDigits, mass: 3 }[unitOf(figure)];
}

/** Exact decimal text of a figure in pieces, the administration's currency or kilograms, without grouping. */
export function figureText(figure: Figure, value: bigint, currency: PolicyCurrency): string {
  return formatScaled(value, digitsOf(figure, currency));
}

/** The figure as a drawing needs it. The only place where an exact figure becomes a floating number. */
export function chartNumber(figure: Figure, value: bigint, currency: PolicyCurrency): number {
  return Number(value) / 10 ** digitsOf(figure, currency);
}

/** Part of a whole from 0 to 1; 0 of nothing. */
export function shareOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 1_000_000n) / whole) / 1_000_000;
}

/** Growth against an earlier figure, 0.12 for 12 % more; null where there was nothing to grow from. */
export function growth(now: bigint, before: bigint): number | null {
  return before === 0n ? null : Number(((now - before) * 1_000_000n) / before) / 1_000_000;
}
