import { describe, expect, it } from 'vitest';
import { drawPlanOf } from './strata';

describe('the plan of the draw', () => {
  it('draws as many as there are places in the mean, rare strata more often: 4 of 372', () => {
    const expected = new Map([
      ['a', 100],
      ['b', 4],
    ]);
    const { strata } = drawPlanOf(3, expected);
    expect(strata).toEqual({ a: 0.025, b: 0.125 });
    expect(100 * (strata.a ?? 0) + 4 * (strata.b ?? 0)).toBeCloseTo(3, 4);
  });

  it('never promises more than whole: what a small stratum cannot use goes to the others', () => {
    const { strata } = drawPlanOf(
      20,
      new Map([
        ['a', 100],
        ['b', 1],
      ]),
    );
    expect(strata).toEqual({ a: 0.19, b: 1 });
  });
});
