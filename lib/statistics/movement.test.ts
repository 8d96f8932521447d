import { describe, expect, it } from 'vitest';
import { dailyMovementOf, movementOf } from './movement';

const october = { from: '2026-10-01', to: '2026-10-31' };
const september = { from: '2026-09-01', to: '2026-09-30' };

describe('the movement of a figure', () => {
  it('is told per day where the periods differ in length: 310 in 31 days is level with 300 in 30', () => {
    expect(movementOf(310n, 300n).kind).toBe('more');
    expect(dailyMovementOf(310n, 300n, { period: october, previous: september })).toEqual({ kind: 'level', ratio: 0 });
    expect(dailyMovementOf(300n, 300n, { period: october, previous: september })?.kind).toBe('less');
  });
  it('is not told twice where they are equally long, nor without comparison', () => {
    expect(
      dailyMovementOf(310n, 300n, { period: october, previous: { from: '2026-08-31', to: '2026-09-30' } }),
    ).toBeNull();
    expect(dailyMovementOf(310n, null, { period: october, previous: null })).toBeNull();
  });
});
