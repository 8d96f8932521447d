import { describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/kernel/prng';
import { areaUnderCurve } from './metrics';
import { areaDifference } from './paired-area';

/** Rows of both outcomes with two scores, each a mix of the truth and of chance; the scores have ties. */
function scored(rows: number, seed: number, truth: number, otherTruth: number) {
  const random = seededRandom(seed);
  const labels = Array.from({ length: rows }, () => (random() < 0.3 ? 1 : 0) as 0 | 1);
  const scoreBy = (weight: number) => labels.map((label) => Math.round(100 * (weight * label + random())) / 100);
  return { labels, scores: scoreBy(truth), others: scoreBy(otherTruth) };
}

describe('areaDifference', () => {
  it('is the difference of both areas, ties counted half', () => {
    const { labels, scores, others } = scored(400, 1, 0.5, 0.2);
    const told = areaDifference(scores, others, labels);
    expect(told?.difference).toBeCloseTo(areaUnderCurve(scores, labels) - areaUnderCurve(others, labels), 12);
  });

  it('is nothing, and sure of it, for the same scores', () => {
    const { labels, scores } = scored(100, 2, 0.5, 0.5);
    expect(areaDifference(scores, scores, labels)).toEqual({ difference: 0, low: 0, high: 0 });
  });

  it('changes its sign with the sides', () => {
    const { labels, scores, others } = scored(200, 3, 0.6, 0.1);
    const [told, turned] = [areaDifference(scores, others, labels), areaDifference(others, scores, labels)];
    expect(turned?.difference).toBeCloseTo(-(told?.difference ?? 0), 12);
    expect(turned?.low).toBeCloseTo(-(told?.high ?? 0), 12);
  });

  it('holds no difference within its interval in about 95 of 100 trials of scores that are worth the same', () => {
    const trials = Array.from({ length: 200 }, (_, seed) => scored(150, seed + 10, 0.4, 0.4));
    const held = trials.filter(({ labels, scores, others }) => {
      const told = areaDifference(scores, others, labels);
      return told !== null && told.low <= 0 && told.high >= 0;
    }).length;
    expect(held).toBeGreaterThanOrEqual(182);
    expect(held).toBeLessThanOrEqual(199);
  });

  it('says nothing of fewer than ten rows of an outcome', () => {
    const labels = Array.from({ length: 30 }, (_, at) => (at < 9 ? 1 : 0) as 0 | 1);
    const scores = labels.map((label, at) => label + at / 100);
    expect(areaDifference(scores, scores.toReversed(), labels)).toBeNull();
  });
});
