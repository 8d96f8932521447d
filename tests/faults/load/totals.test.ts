import { expect, it } from 'vitest';
import { importFiles } from '../import/import-file';
import { totalsOf, wholeUnits } from './totals';

it('reads decimals as whole units without a float between', () => {
  expect(wholeUnits('12.5', 2)).toBe(1_250n);
  expect(wholeUnits('90071992547409.93', 2)).toBe(9_007_199_254_740_993n);
  expect(wholeUnits('7', 3)).toBe(7_000n);
  expect(wholeUnits('0.9', 3)).toBe(900n);
});

it('sums items, value and mass of sound records by currency, and leaves bad ones out', () => {
  const { main } = importFiles(300, 5, new Date('2026-11-02T10:00:00Z'));
  const totals = totalsOf(main);
  expect([...totals.keys()].sort()).toEqual(['CNY', 'EUR', 'USD']);
  const items = [...totals.values()].reduce((sum, { items: own }) => sum + own, 0);
  expect(items).toBeGreaterThan(250);
  expect(items).toBeLessThan(300);
});
