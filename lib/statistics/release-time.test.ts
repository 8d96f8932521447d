import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELEASE_EDGES_SECONDS, releaseBucketOf, releaseQuantile, releaseTimesOf } from './release-time';

const bucketsOf = (times: readonly number[]) => times.map((time) => ({ bucket: releaseBucketOf(time), released: 1 }));

describe('release times', () => {
  it('put a release of exactly six hours within six hours, and one second more outside', () => {
    expect(releaseTimesOf(bucketsOf([21_600]), 21_600).withinGoal).toBe(1);
    expect(releaseTimesOf(bucketsOf([21_601]), 21_601).withinGoal).toBe(0);
  });

  it('say nothing of what is not released', () => {
    expect(releaseTimesOf([{ bucket: -1, released: 5 }], 0)).toMatchObject({
      released: 0,
      medianSeconds: null,
      p90Seconds: null,
      meanSeconds: null,
      withinGoal: null,
    });
  });

  it('have a median and a p90 within the bucket of the true value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 864_000 }), { minLength: 1, maxLength: 300 }),
        fc.constantFrom(0.5, 0.9),
        (times, quantile) => {
          const sorted = [...times].sort((a, b) => a - b);
          const truth = sorted[Math.ceil(quantile * sorted.length) - 1] ?? 0;
          const bucket = releaseBucketOf(truth);
          const low = bucket === 0 ? 0 : (RELEASE_EDGES_SECONDS[bucket - 1] ?? 0);
          const high = RELEASE_EDGES_SECONDS[bucket] ?? low;
          const found = releaseQuantile(bucketsOf(times), quantile) ?? -1;
          expect(found).toBeGreaterThanOrEqual(low);
          expect(found).toBeLessThanOrEqual(high);
        },
      ),
    );
  });

  it('give the lower edge for what lies beyond the last one: 240 h', () => {
    expect(releaseQuantile(bucketsOf([2_000_000]), 0.5)).toBe(864_000);
  });
});
