import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tilesOf } from './treemap-layout';

const named = (values: readonly number[]) =>
  [...values].sort((a, b) => b - a).map((value, index) => ({ key: String(index), value }));

describe('a treemap', () => {
  it('fills the box with areas in the proportion of the values, and no tile lies outside', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 40 }), (values) => {
        const sized = named(values);
        const whole = values.reduce((sum, value) => sum + value, 0);
        const tiles = tilesOf(sized, 100, 60);
        expect(tiles).toHaveLength(values.length);
        for (const [index, { x, y, width, height }] of tiles.entries()) {
          expect(width * height).toBeCloseTo(((sized[index]?.value ?? 0) / whole) * 6_000, 3);
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-6);
          expect(x + width).toBeLessThanOrEqual(100 + 1e-6);
          expect(y + height).toBeLessThanOrEqual(60 + 1e-6);
        }
      }),
    );
  });
  it('gives the example of its authors: 6, 6, 4, 3, 2, 2, 1 in 6 by 4 begins with two of 3 by 2', () => {
    const tiles = tilesOf(named([6, 6, 4, 3, 2, 2, 1]), 6, 4);
    expect(tiles.slice(0, 2).map(({ width, height }) => [width, height])).toEqual([
      [3, 2],
      [3, 2],
    ]);
  });
  it('has no tile for nothing', () => {
    expect(tilesOf([{ key: 'a', value: 0 }], 10, 10)).toEqual([]);
  });
});
