import { describe, expect, it } from 'vitest';
import { daysOfMonth, lastFreezeDay, monthAfter, monthsToFreeze, plannedRelease } from './calendar';
import { PREPARE_INPUT } from './states';

describe('the calendar', () => {
  it('freezes a month on the fifth day of the next one, with the three before it', () => {
    expect(monthsToFreeze('2026-11-04')).toEqual(['2026-09', '2026-08', '2026-07', '2026-06']);
    expect(monthsToFreeze('2026-11-05')).toEqual(['2026-10', '2026-09', '2026-08', '2026-07']);
    expect(monthsToFreeze('2027-01-31')[0]).toBe('2026-12');
  });
  it('knows the last day on which months were frozen', () => {
    expect(['2026-11-05', '2026-11-30', '2026-12-04', '2027-01-01'].map(lastFreezeDay)).toEqual([
      ...['2026-11-05', '2026-11-05', '2026-11-05', '2026-12-05'],
    ]);
  });
  it('knows the days of a month and the months around it', () => {
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect([monthAfter('2026-12'), monthAfter('2026-01', -1), monthAfter('2026-03', -15)]).toEqual([
      ...['2027-01', '2025-12', '2024-12'],
    ]);
    expect(plannedRelease('2026-12').toISOString()).toBe('2027-01-15T09:00:00.000Z');
  });
});

describe('the hour of a release', () => {
  const hourOf = (releaseAt: string) =>
    PREPARE_INPUT.safeParse({ month: '2026-10', number: '1', releaseAt, note: '' }).data?.releaseAt.toISOString();
  it('is read in UTC as a form gives it, or with its zone', () => {
    expect(hourOf('2026-11-15T09:00')).toBe('2026-11-15T09:00:00.000Z');
    expect(hourOf('2026-11-15T09:00+02:00')).toBe('2026-11-15T07:00:00.000Z');
  });
  it('is refused where it is none', () => {
    for (const text of ['', 'soon', '2026-11-31T09:00', '2026-11-15']) expect(hourOf(text)).toBeUndefined();
  });
});
