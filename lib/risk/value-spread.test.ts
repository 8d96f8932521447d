import { describe, expect, it } from 'vitest';
import { barsOf, logScale, placeIn } from './value-spread';

describe('the spread of unit values', () => {
  it('has a bar for every step between the lowest and the highest', () => {
    const bars = barsOf({ '16': 5, '24': 3, '-8': 0 });
    expect(bars).toHaveLength(33);
    expect(bars.find(({ items }) => items === 5)).toMatchObject({ from: 100 });
    expect(bars.at(-1)).toMatchObject({ from: 1_000, items: 3 });
    expect(barsOf({})).toEqual([]);
  });

  it('stands on a logarithmic scale: ten times as much is as far everywhere', () => {
    const at = logScale([100, 10_000]);
    expect(at(1_000)).toBeCloseTo(0.5, 12);
    expect(at(10_000) - at(1_000)).toBeCloseTo(at(1_000) - at(100), 12);
    expect(at(100)).toBeGreaterThan(0);
    expect(at(0)).toBe(0);
  });

  it.each([
    [59n, 'below'],
    [60n, 'within'],
    [420n, 'within'],
    [421n, 'above'],
  ] as const)('of a band from 60 to 420, %d is %s', (unit, place) => {
    expect(placeIn({ lowMinor: 60n, highMinor: 420n }, unit)).toBe(place);
  });
});
