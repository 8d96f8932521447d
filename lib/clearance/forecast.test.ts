import { describe, expect, it } from 'vitest';
import { forecastOpen, shiftEnd } from './forecast';

const ENDS = { usual: ['06:00', '14:00', '22:00'], byOffice: new Map([['BELGG', ['19:30', '07:30']]]) };

describe('the end of the shift', () => {
  it.each([
    ['2026-11-02T05:59:59Z', '2026-11-02T06:00:00.000Z'],
    ['2026-11-02T06:00:00Z', '2026-11-02T14:00:00.000Z'],
    ['2026-11-02T21:00:00Z', '2026-11-02T22:00:00.000Z'],
    ['2026-12-31T23:00:00Z', '2027-01-01T06:00:00.000Z'],
  ])('at %s is %s', (at, end) => {
    expect(shiftEnd(ENDS, 'NLRTM', new Date(at)).toISOString()).toBe(end);
  });
  it('is that of the office where it has its own, in whatever order they are written', () => {
    expect(shiftEnd(ENDS, 'BELGG', new Date('2026-11-02T07:31:00Z')).toISOString()).toBe('2026-11-02T19:30:00.000Z');
    expect(shiftEnd(ENDS, 'BELGG', new Date('2026-11-02T19:30:00Z')).toISOString()).toBe('2026-11-03T07:30:00.000Z');
  });
});

describe('what will be open by then', () => {
  const [at, end] = [new Date('2026-11-02T10:00:00Z'), new Date('2026-11-02T14:00:00Z')];
  it('goes on as the last two hours went', () => {
    expect(forecastOpen({ open: 100, came: 10, decided: 30 }, at, end)).toBe(60);
    expect(forecastOpen({ open: 100, came: 31, decided: 30 }, at, end)).toBe(102);
  });
  it('is never below none, and what is open where the shift is over', () => {
    expect(forecastOpen({ open: 5, came: 0, decided: 30 }, at, end)).toBe(0);
    expect(forecastOpen({ open: 5, came: 0, decided: 30 }, end, end)).toBe(5);
  });
});
