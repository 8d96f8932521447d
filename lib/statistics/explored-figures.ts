import { divideRounded, formatScaled } from '@/lib/kernel/decimal';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { Measure } from './contributions';
import { FIGURES, type Figure, measureOf, unitOf } from './measures';

/** What the explorer can show beside the figures of every page: sums they leave out, and quotients of sums. */
const MORE = {
  quantity: { measure: 'quantityMilli', unit: 'quantity' },
  released: { measure: 'released', unit: 'count' },
  extraCharges: { measure: 'extraChargesMinor', unit: 'money' },
  valuePerConsignment: { over: 'valueMinor', under: 'consignments', unit: 'money' },
  valuePerItem: { over: 'valueMinor', under: 'items', unit: 'money' },
  valuePerKg: { over: 'valueMinor', under: 'netMassG', unit: 'money', times: 1_000n },
  massPerConsignment: { over: 'netMassG', under: 'consignments', unit: 'mass' },
  releaseHours: { over: 'releaseSeconds', under: 'released', unit: 'hours', times: 100n, by: 3_600n },
} as const satisfies Record<string, Source>;

type Source =
  | { readonly measure: Measure; readonly unit: Unit }
  | {
      readonly over: Measure;
      readonly under: Measure;
      readonly unit: Unit;
      /** The quotient is multiplied by it, so that it comes in the smallest part of its unit. */
      readonly times?: bigint;
      readonly by?: bigint;
    };

/** What a figure is counted in: pieces, the administration's currency, kilograms, hours, units of quantity. */
export type Unit = 'count' | 'money' | 'mass' | 'hours' | 'quantity';

export const EXPLORED_FIGURES = [...FIGURES, ...(Object.keys(MORE) as (keyof typeof MORE)[])] as const;
export type ExploredFigure = Figure | keyof typeof MORE;

const isPlain = (figure: ExploredFigure): figure is Figure => (FIGURES as readonly string[]).includes(figure);
const sourceOf = (figure: ExploredFigure): Source =>
  isPlain(figure) ? { measure: measureOf(figure), unit: unitOf(figure) } : MORE[figure];

/** Sums of the measures a question needs. What is not there is zero. */
export type Sums = Readonly<Partial<Record<Measure, bigint>>>;

/** The measures of the cells a figure is worked out from: one of a sum, two of a quotient. */
export function partsOf(figure: ExploredFigure): readonly [Measure] | readonly [Measure, Measure] {
  const source = sourceOf(figure);
  return 'measure' in source ? [source.measure] : [source.over, source.under];
}

/** What a figure is counted in. */
export function exploredUnit(figure: ExploredFigure): Unit {
  return sourceOf(figure).unit;
}

/** Whether the figure of a whole is the sum of those of its parts; a quotient's is the quotient of the sums. */
export function addsUp(figure: ExploredFigure): boolean {
  return 'measure' in sourceOf(figure);
}

/** How many decimal digits the integer of a figure carries. */
export function exploredDigits(figure: ExploredFigure, { minorDigits }: PolicyCurrency): number {
  return { count: 0, money: minorDigits, mass: 3, hours: 2, quantity: 3 }[exploredUnit(figure)];
}

/** The exact integer of a figure, quotients rounded half to even in the last digit; null where there is nothing to divide by. */
export function exploredValue(figure: ExploredFigure, sums: Sums): bigint | null {
  const source = sourceOf(figure);
  if ('measure' in source) return sums[source.measure] ?? 0n;
  const under = sums[source.under] ?? 0n;
  if (under === 0n) return null;
  return divideRounded((sums[source.over] ?? 0n) * (source.times ?? 1n), under * (source.by ?? 1n), 'halfEven');
}

/** Exact decimal text of a figure, without grouping. */
export function exploredText(figure: ExploredFigure, value: bigint, currency: PolicyCurrency): string {
  return formatScaled(value, exploredDigits(figure, currency));
}

/** Adds sums up, measure by measure. */
export function addSums(a: Sums, b: Sums): Sums {
  const sum: Partial<Record<Measure, bigint>> = { ...a };
  for (const [measure, value] of Object.entries(b) as [Measure, bigint][]) sum[measure] = (sum[measure] ?? 0n) + value;
  return sum;
}
