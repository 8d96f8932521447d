import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/kernel/dates';
import {
  alignedDay,
  bucketEnd,
  bucketOf,
  bucketsOf,
  comparisonPeriod,
  daysIn,
  eachDay,
  grainFor,
  grainWithin,
  presetPeriod,
} from './period';

const period = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 400 }))
  .map(([start, days]) => ({ from: addDays('1990-01-01', start), to: addDays('1990-01-01', start + days - 1) }));

describe('periods', () => {
  it('of a preset end today and have as many days as they say', () => {
    expect(presetPeriod('last7', '2026-11-24')).toEqual({ from: '2026-11-18', to: '2026-11-24' });
    expect(daysIn(presetPeriod('last365', '2026-11-24'))).toBe(365);
    expect(presetPeriod('last_month', '2026-03-15')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(presetPeriod('this_month', '2026-03-15')).toEqual({ from: '2026-03-01', to: '2026-03-15' });
    expect(presetPeriod('this_quarter', '2026-05-15')).toEqual({ from: '2026-04-01', to: '2026-05-15' });
    expect(presetPeriod('last_quarter', '2026-03-15')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(presetPeriod('this_year', '2026-03-15')).toEqual({ from: '2026-01-01', to: '2026-03-15' });
    expect(presetPeriod('last_year', '2026-03-15')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });

  it('are compared with as many days right before them, whole months, quarters and years with those before', () => {
    expect(comparisonPeriod({ from: '2026-03-10', to: '2026-03-12' }, 'previous')).toEqual({
      from: '2026-03-07',
      to: '2026-03-09',
    });
    expect(comparisonPeriod({ from: '2026-03-01', to: '2026-03-31' }, 'previous')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
    expect(comparisonPeriod({ from: '2026-01-01', to: '2026-03-31' }, 'previous')).toEqual({
      from: '2025-10-01',
      to: '2025-12-31',
    });
    expect(comparisonPeriod({ from: '2025-01-01', to: '2025-12-31' }, 'previous')).toEqual({
      from: '2024-01-01',
      to: '2024-12-31',
    });
  });

  it('are compared with the same dates a year before; 29 February becomes the 28th', () => {
    expect(comparisonPeriod({ from: '2028-02-01', to: '2028-02-29' }, 'year')).toEqual({
      from: '2027-02-01',
      to: '2027-02-28',
    });
    expect(comparisonPeriod({ from: '2026-01-01', to: '2026-01-02' }, 'none')).toBeNull();
  });

  it('lay every compared day under a day of their own', () => {
    fc.assert(
      fc.property(period, fc.constantFrom('previous' as const, 'year' as const), (current, comparison) => {
        const compared = comparisonPeriod(current, comparison);
        if (!compared) return;
        const days = new Set(eachDay(current));
        expect(eachDay(compared).every((day) => days.has(alignedDay(day, compared, current)))).toBe(true);
        expect(alignedDay(compared.from, compared, current)).toBe(current.from);
      }),
    );
  });

  it('begin their weeks on Monday and their months on the first', () => {
    expect(bucketOf('2026-11-22', 'week')).toBe('2026-11-16');
    expect(bucketOf('2026-11-23', 'week')).toBe('2026-11-23');
    expect(bucketOf('1969-12-31', 'week')).toBe('1969-12-29');
    expect(bucketOf('2026-11-23', 'month')).toBe('2026-11-01');
  });

  it('are drawn by day, week or month according to their length', () => {
    expect(grainFor({ from: '2026-11-01', to: '2026-11-30' })).toBe('day');
    expect(grainFor({ from: '2026-09-01', to: '2026-11-30' })).toBe('week');
    expect(grainFor({ from: '2024-01-01', to: '2026-11-30' })).toBe('month');
  });
});

describe('points in time', () => {
  it('begin and end with their quarter and year', () => {
    expect(bucketOf('2026-11-27', 'quarter')).toBe('2026-10-01');
    expect(bucketEnd('2026-10-01', 'quarter')).toBe('2026-12-31');
    expect(bucketOf('2026-11-27', 'year')).toBe('2026-01-01');
    expect(bucketEnd('2028-02-01', 'month')).toBe('2028-02-29');
    expect(bucketEnd('2026-11-23', 'week')).toBe('2026-11-29');
  });
  it('are told in the next coarser grain where there would be too many', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    expect(grainWithin(year, 'day', 60)).toBe('week');
    expect(grainWithin(year, 'day', 12)).toBe('month');
    expect(grainWithin(year, 'day', 366)).toBe('day');
    expect(bucketsOf(year, 'quarter')).toEqual(['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01']);
  });
});
