import { describe, expect, it } from 'vitest';
import { BENCHMARK_KEYS, BENCHMARKS, benchmarksOf, ownFigures } from './benchmarks';

const EUROS = { currency: 'EUR', minorDigits: 2 };
const SUMS = {
  ...{ items: 400n, itemsYearBefore: 320n, valueMinor: 360_000n, itemsFromChina: 300n, itemsLowValue: 380n },
  ...{ consignments: 200n, examined: 3n, refused: 0n },
};

describe('published figures', () => {
  it('have one figure here beside each: 3,600.00 over 400 items is 9, 80 more than 320 a quarter, 3 of 200 are 15,000 of a million', () => {
    expect(ownFigures(SUMS, EUROS)).toEqual({
      ...{ valuePerItem: 9, fromChina: 0.75, lowValue: 0.95, growth: 0.25 },
      ...{ examinedPerMillion: 15_000, refusedPerMillion: 0 },
    });
    expect(new Set(BENCHMARKS.map(({ key }) => key))).toEqual(new Set(BENCHMARK_KEYS));
  });
  it('have none beside them where nothing was, or the amount is in another currency', () => {
    const nothing = Object.fromEntries(Object.keys(SUMS).map((key) => [key, 0n])) as typeof SUMS;
    expect(Object.values(ownFigures(nothing, EUROS))).toEqual(BENCHMARK_KEYS.map(() => null));
    expect(ownFigures(SUMS, { currency: 'JPY', minorDigits: 0 }).valuePerItem).toBeNull();
  });
  it('are level lines over the same figure alone', () => {
    const drawn = { figure: 'valuePerItem', says: 'figure' } as const;
    expect(benchmarksOf({ rows: 'time', columns: null }, drawn, EUROS).map(({ value }) => value)).toEqual([8]);
    expect(benchmarksOf({ rows: 'time', columns: null }, { ...drawn, says: 'index' }, EUROS)).toEqual([]);
    expect(benchmarksOf({ rows: 'lane', columns: null }, drawn, EUROS)).toEqual([]);
    expect(benchmarksOf({ rows: 'time', columns: null }, { ...drawn, figure: 'value' }, EUROS)).toEqual([]);
  });
});
