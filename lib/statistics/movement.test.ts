import { describe, expect, it } from 'vitest';
import { dailyMovementOf, isPercentTold, movementOf } from './movement';

const october = { from: '2026-10-01', to: '2026-10-31' };
const september = { from: '2026-09-01', to: '2026-09-30' };

describe('the movement of a figure', () => {
  it('is told per day where the periods differ in length: 310 in 31 days is level with 300 in 30', () => {
    expect(movementOf(310n, 300n).kind).toBe('more');
    expect(dailyMovementOf(310n, 300n, { period: october, previous: september })).toEqual({ kind: 'level', ratio: 0 });
    expect(dailyMovementOf(300n, 300n, { period: october, previous: september })?.kind).toBe('less');
  });
  it('is told in per cent of fifty and more alone: 1 to 50 is 49 more, not 4,900 %', () => {
    const told = (now: bigint, before: bigint) => isPercentTold(movementOf(now, before).ratio, before);
    expect([told(50n, 1n), told(98n, 49n), told(75n, 50n), told(0n, 3n)]).toEqual([false, false, true, false]);
  });
  it('of a base nobody counted is told in per cent up to tenfold', () => {
    expect(isPercentTold(movementOf(1_100n, 100n).ratio, null)).toBe(true);
    expect(isPercentTold(movementOf(1_200n, 100n).ratio, null)).toBe(false);
  });
  it('is not told twice where they are equally long, nor without comparison', () => {
    expect(
      dailyMovementOf(310n, 300n, { period: october, previous: { from: '2026-08-31', to: '2026-09-30' } }),
    ).toBeNull();
    expect(dailyMovementOf(310n, null, { period: october, previous: null })).toBeNull();
  });
});
