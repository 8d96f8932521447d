import { expect, it } from 'vitest';
import { dueDayOf, lastDayOf, monthAfter, monthBefore, parseMonth } from './month';

it('months follow each other over the end of a year and through February', () => {
  expect(monthAfter('2026-12')).toBe('2027-01');
  expect(monthAfter('2026-01')).toBe('2026-02');
  expect(monthAfter('2027-02')).toBe('2027-03');
  expect(monthBefore('2027-01')).toBe('2026-12');
  expect(lastDayOf('2028-02')).toBe('2028-02-29');
  expect(lastDayOf('2026-04')).toBe('2026-04-30');
});

it('the charges of December are due on the 16 January', () => {
  expect(dueDayOf('2026-12')).toBe('2027-01-16');
});

it.each(['2026-13', '2026-1', '26-01', '2026-00', 'now', '2026-01-01'])('%s is no month', (text) => {
  expect(parseMonth(text)).toBeNull();
});
