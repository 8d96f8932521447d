import { expect, it } from 'vitest';
import { stretchesOf } from './stretches';

it('Days are read together up to a number of consignments, and a full day alone', () => {
  const days = [40, 50, 10, 1, 300, 5].map((consignments, index) => ({ day: `2026-11-0${index + 1}`, consignments }));
  expect(stretchesOf(days, 100)).toEqual([
    { fromOn: '2026-11-01', toOn: '2026-11-03' },
    { fromOn: '2026-11-04', toOn: '2026-11-04' },
    { fromOn: '2026-11-05', toOn: '2026-11-05' },
    { fromOn: '2026-11-06', toOn: '2026-11-06' },
  ]);
  expect(stretchesOf([], 100)).toEqual([]);
});
