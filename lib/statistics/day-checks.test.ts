import { expect, it } from 'vitest';
import { type CheckedDay, summedChecks } from './day-checks';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 28, hour));
const day = (text: string, hour: number, differences = 0): CheckedDay => ({
  ...{ day: text, checkedAt: at(hour), differences, disagreeingCubes: [] },
});

it('says how many days were computed anew, since when, and which differ', () => {
  const days = [day('2026-11-26', 9), day('2026-11-27', 4, 2), day('2026-11-28', 12)];
  expect(summedChecks(days, ['2026-11-20'])).toEqual({
    ...{ checked: 3, oldestAt: at(4), differing: ['2026-11-27'], uncounted: ['2026-11-20'] },
  });
});

it('says nothing of days that nobody looked at', () => {
  expect(summedChecks([], [])).toEqual({ checked: 0, oldestAt: null, differing: [], uncounted: [] });
});

it('takes a kept sum that was filled anew for no difference from the ledger', () => {
  expect(summedChecks([{ ...day('2026-11-28', 1), disagreeingCubes: ['origin'] }], []).differing).toEqual([]);
});
