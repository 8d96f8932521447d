import type { PolicyCurrency } from '@/lib/policy/policy';
import type { Drawn } from './drawing';
import type { Question } from './question';

/** What a published figure can be held beside: each is a mean, a share or a rate, since totals of another size tell nothing. */
export const BENCHMARK_KEYS = [
  'valuePerItem',
  'fromChina',
  'lowValue',
  'growth',
  'examinedPerMillion',
  'refusedPerMillion',
] as const;
export type BenchmarkKey = (typeof BENCHMARK_KEYS)[number];

export type Benchmark = {
  readonly key: BenchmarkKey;
  /** ISO 3166-1 code, or `EU`. */
  readonly area: string;
  readonly period: string;
  /** In the unit of the key: euros, a part of 1, or consignments of a million. */
  readonly value: number;
  /** Where it was published; a name of the world, not to be translated. */
  readonly source: string;
};

/**
 * Published figures of e-commerce imports, typed by hand from what the named bodies published; no machine-readable series of them was
 * found. The European ones count items of low value, most of them declared by the short data set.
 */
export const BENCHMARKS: readonly Benchmark[] = [
  {
    ...{ key: 'valuePerItem', area: 'EU', period: '2024', value: 8 },
    source: 'European Commission, DG TAXUD, Buying goods online coming from a non-EU country (mean below EUR 8)',
  },
  {
    ...{ key: 'fromChina', area: 'EU', period: '2024', value: 0.91 },
    source: 'European Commission, COM(2025) 37, A comprehensive EU toolbox for safe and sustainable e-commerce',
  },
  {
    ...{ key: 'lowValue', area: 'EU', period: '2024', value: 0.9 },
    source: 'European Commission, DG TAXUD, Buying goods online coming from a non-EU country (of 4.9 billion items)',
  },
  {
    ...{ key: 'growth', area: 'EU', period: '2025-07', value: 0.36 },
    source: 'European Commission, DG TAXUD, Buying goods online coming from a non-EU country (items, July on July)',
  },
  {
    ...{ key: 'examinedPerMillion', area: 'EU', period: '2024', value: 82 },
    source: 'European Commission, report on customs controls of product safety, 2025 (124 in 2023)',
  },
  {
    ...{ key: 'refusedPerMillion', area: 'EU', period: '2024', value: 13 },
    source: 'European Commission, report on customs controls of product safety, 2025 (15 in 2023)',
  },
];

/** The sums that own figures are made of, of a period and, for growth, of the same days a year before. */
export type OwnSums = {
  readonly items: bigint;
  readonly itemsYearBefore: bigint;
  readonly valueMinor: bigint;
  readonly itemsFromChina: bigint;
  readonly itemsLowValue: bigint;
  readonly consignments: bigint;
  readonly examined: bigint;
  readonly refused: bigint;
};

/** The figure here beside each published one; null where it cannot be said, as an amount in another currency. */
export function ownFigures(
  sums: OwnSums,
  { currency, minorDigits }: PolicyCurrency,
): Record<BenchmarkKey, number | null> {
  const part = (over: bigint, under: bigint) => (under === 0n ? null : Number(over) / Number(under));
  const perMillion = (over: bigint) =>
    sums.consignments === 0n ? null : (Number(over) / Number(sums.consignments)) * 1e6;
  const perItem = part(sums.valueMinor, sums.items);
  return {
    valuePerItem: currency === 'EUR' && perItem !== null ? perItem / 10 ** minorDigits : null,
    fromChina: part(sums.itemsFromChina, sums.items),
    lowValue: part(sums.itemsLowValue, sums.items),
    growth: part(sums.items - sums.itemsYearBefore, sums.itemsYearBefore),
    examinedPerMillion: perMillion(sums.examined),
    refusedPerMillion: perMillion(sums.refused),
  };
}

/** The published figures a drawing has a level line for: of the same figure, in the same unit, told as it is. */
export function benchmarksOf(
  question: Pick<Question, 'rows' | 'columns'>,
  { figure, says }: Pick<Drawn, 'figure' | 'says'>,
  { currency }: PolicyCurrency,
): readonly Benchmark[] {
  if (figure !== 'valuePerItem' || says !== 'figure' || question.rows !== 'time' || currency !== 'EUR') return [];
  return BENCHMARKS.filter(({ key }) => key === figure);
}
