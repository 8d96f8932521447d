import { describe, expect, it } from 'vitest';
import { concentrationOf } from './concentration';

describe('concentration', () => {
  it('is whole where one holds all, and a quarter where four hold as much: 4 x 0.25^2 = 0.25', () => {
    expect(concentrationOf([7n])).toEqual({ members: 1, first: 1, firstFour: 1, herfindahl: 1 });
    expect(concentrationOf([5n, 5n, 5n, 5n])).toMatchObject({ first: 0.25, firstFour: 1, herfindahl: 0.25 });
  });
  it('takes the four largest, wherever they stand', () => {
    const found = concentrationOf([1n, 60n, 10n, 4n, 20n, 5n]);
    expect(found?.first).toBeCloseTo(0.6, 6);
    expect(found?.firstFour).toBeCloseTo(0.95, 6);
  });
  it('is none of nothing', () => {
    expect(concentrationOf([])).toBeNull();
    expect(concentrationOf([0n])).toBeNull();
  });
});
