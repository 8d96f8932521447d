import { expect, it } from 'vitest';
import { shareTicks } from './share-ticks';

const points = (...values: readonly Readonly<Record<string, number>>[]) =>
  values.map((one, at) => ({ at: `2026-11-0${at + 1}`, values: one }));

it('shares that stand on each other reach the whole and no further, though rounded ones add up to a trifle more', () => {
  expect(shareTicks(points({ a: 0.6, b: 0.400001 }), 'areas')).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

it('shares as lines have round steps, the last at or above the highest', () => {
  expect(shareTicks(points({ a: 0.034 }, { a: 0.01 }), 'lines')).toEqual([0, 0.01, 0.02, 0.03, 0.04]);
  expect(shareTicks(points({ a: 1 }), 'lines')).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
});

it('leaves the axis as it is where a share fell below nothing, or nothing is', () => {
  expect(shareTicks(points({ a: -0.2 }), 'lines')).toBeNull();
  expect(shareTicks(points({ a: 0 }), 'lines')).toBeNull();
  expect(shareTicks([], 'lines')).toBeNull();
});
