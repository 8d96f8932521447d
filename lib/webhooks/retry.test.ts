import { describe, expect, it } from 'vitest';
import { nextAttemptAt, TRIED_FOR_MS } from './retry';

const FIRST = new Date('2026-11-02T10:00:00Z');

describe('nextAttemptAt', () => {
  it('waits ten seconds, then twice as long each time, up to three hours', () => {
    const pauses = [1, 2, 3, 8, 12, 20].map((attempts) => {
      const next = nextAttemptAt(attempts, FIRST, FIRST, 0.5);
      return next && (next.getTime() - FIRST.getTime()) / 1000;
    });
    expect(pauses).toEqual([10, 20, 40, 1_280, 10_800, 10_800]);
  });

  it('spreads by a fifth either way', () => {
    expect(nextAttemptAt(1, FIRST, FIRST, 0)?.getTime()).toBe(FIRST.getTime() + 8_000);
    expect(nextAttemptAt(1, FIRST, FIRST, 1)?.getTime()).toBe(FIRST.getTime() + 12_000);
  });

  it('makes its last attempt a day after the first, and then none', () => {
    const nearEnd = new Date(FIRST.getTime() + TRIED_FOR_MS - 1_000);
    expect(nextAttemptAt(15, FIRST, nearEnd, 0.5)).toEqual(new Date(FIRST.getTime() + TRIED_FOR_MS));
    expect(nextAttemptAt(16, FIRST, new Date(FIRST.getTime() + TRIED_FOR_MS), 0.5)).toBeNull();
  });

  it('comes to an end whatever chance says', () => {
    for (const random of [0, 0.5, 1]) {
      let at: Date | null = FIRST;
      let attempts = 0;
      while (at && attempts < 100) {
        attempts += 1;
        at = nextAttemptAt(attempts, FIRST, at, random);
      }
      expect(attempts).toBeLessThan(25);
    }
  });
});
