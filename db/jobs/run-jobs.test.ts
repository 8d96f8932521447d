import { describe, expect, it } from 'vitest';
import { firstPauseMs, pauseMs } from './run-jobs';

describe('pauseMs', () => {
  it('waits the pause of the job after a success', () => {
    expect(pauseMs(2_000, 0)).toBe(2_000);
  });

  it('waits longer after each failure in a row, but never more than a minute longer', () => {
    expect([1, 2, 3, 10, 1_000].map((failures) => pauseMs(500, failures))).toEqual([
      1_500, 2_500, 4_500, 60_500, 60_500,
    ]);
  });
});

describe('firstPauseMs', () => {
  it('lets what people wait for begin at once, and the work of days a while later', () => {
    expect([250, 60_000, 599_999].map(firstPauseMs)).toEqual([0, 0, 0]);
    expect([600_000, 21_600_000].map(firstPauseMs)).toEqual([30_000, 30_000]);
  });
});
