import { describe, expect, it } from 'vitest';
import type { Indicator } from '@/lib/assessment/types';
import { mandatoryLane } from '@/lib/risk/lane';
import { weighed } from './weighed';

const fired = (code: Indicator['code'], points: number, mandatory?: true): Indicator => ({
  ...{ code, points, values: {}, pointers: [] },
  ...(mandatory ? { mandatory } : {}),
});
const pointsOf = (indicators: readonly Indicator[]) => indicators.map(({ points }) => points);

describe('indicators that count otherwise', () => {
  const indicators = [fired('denied_party', 80, true), fired('splitting', 26), fired('routing', 8)];
  it('are as they were where nothing changes, and at a hundred per cent', () => {
    expect(weighed(indicators, [])).toBe(indicators);
    expect(weighed(indicators, [{ code: 'splitting', percent: 100 }])).toEqual(indicators);
  });
  it.each([
    ['half of 26 is 13', 50, 13],
    ['15 per cent of 26 are 3.9, rounded 4', 15, 4],
    ['a quarter of 26 is 6.5, half up 7', 25, 7],
    ['ten times 26 end at 100', 1_000, 100],
  ])('%s', (_title, percent, points) => {
    expect(pointsOf(weighed(indicators, [{ code: 'splitting', percent }]))).toEqual([80, points, 8]);
  });
  it('are gone at nought, with the control they made mandatory', () => {
    const left = weighed(indicators, [{ code: 'denied_party', percent: 0 }]);
    expect(pointsOf(left)).toEqual([26, 8]);
    expect([mandatoryLane(indicators), mandatoryLane(left)]).toEqual(['red', null]);
  });
});
