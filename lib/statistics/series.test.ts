import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import { addFigures, type Figures, NO_FIGURES } from './measures';
import { comparisonPeriod, eachDay, type Period } from './period';
import { chartPoints, hasPartialPoint, peakOf, type SeriesPoint, seriesOf, totalOf } from './series';

const EUROS = { currency: 'EUR', minorDigits: 2 };

const figures = (n: bigint): Figures => ({
  consignments: n,
  items: n,
  value: n * 150n,
  mass: n,
  duty: 0n,
  vat: n,
  withdrawn: n,
});
const sumOf = (points: readonly SeriesPoint[], pick: (point: SeriesPoint) => Figures | null) =>
  points.reduce((sum, point) => addFigures(sum, pick(point) ?? NO_FIGURES), NO_FIGURES);

describe('a series', () => {
  it('sums to the totals of both periods, whatever the grain and the comparison', () => {
    const days = (period: Period) => fc.array(fc.constantFrom(...eachDay(period)), { maxLength: 40 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        fc.constantFrom('previous' as const, 'year' as const),
        fc.gen(),
        (length, grain, comparison, gen) => {
          const period = { from: '2028-02-29', to: addDays('2028-02-29', length - 1) };
          const compared = comparisonPeriod(period, comparison) ?? period;
          const current = gen(days, period).map((day) => ({ day, figures: figures(3n) }));
          const before = gen(days, compared).map((day) => ({ day, figures: figures(2n) }));
          const points = seriesOf({ period, days: current }, { period: compared, days: before }, grain);
          expect(sumOf(points, (point) => point.figures)).toEqual(totalOf(current));
          expect(sumOf(points, (point) => point.previous)).toEqual(totalOf(before));
        },
      ),
    );
  });

  it('has a point for each day, also for those without a consignment', () => {
    const points = seriesOf(
      { period: { from: '2026-10-30', to: '2026-11-02' }, days: [{ day: '2026-11-01', figures: figures(5n) }] },
      null,
      'day',
    );
    expect(points.map((point) => [point.at, point.figures.items, point.previous])).toEqual([
      ['2026-10-30', 0n, null],
      ['2026-10-31', 0n, null],
      ['2026-11-01', 5n, null],
      ['2026-11-02', 0n, null],
    ]);
    expect(chartPoints(points, 'value', EUROS)[2]).toEqual({ at: '2026-11-01', values: { value: 7.5 } });
    expect(peakOf(points, 'items')?.at).toBe('2026-11-01');
    expect(peakOf(points, 'duty')).toBeNull();
  });

  it('ends the compared line with the shorter month instead of falling to zero: 30 days of September under 31 of October', () => {
    const october = { from: '2026-10-01', to: '2026-10-31' };
    const september = comparisonPeriod(october, 'previous') ?? october;
    const before = eachDay(september).map((day) => ({ day, figures: figures(2n) }));
    const points = seriesOf({ period: october, days: [] }, { period: september, days: before }, 'day');
    expect(points.slice(-2).map(({ at, previous }) => [at, previous?.items])).toEqual([
      ['2026-10-30', 2n],
      ['2026-10-31', undefined],
    ]);
    expect(chartPoints(points, 'items', EUROS).at(-1)).not.toHaveProperty('previous');
  });

  it('says when its first or last week is not whole', () => {
    expect(hasPartialPoint({ from: '2026-11-16', to: '2026-11-29' }, 'week')).toBe(false);
    expect(hasPartialPoint({ from: '2026-11-17', to: '2026-11-29' }, 'week')).toBe(true);
    expect(hasPartialPoint({ from: '2026-11-16', to: '2026-11-28' }, 'week')).toBe(true);
    expect(hasPartialPoint({ from: '2026-11-17', to: '2026-11-28' }, 'day')).toBe(false);
  });
});
