import { describe, expect, it } from 'vitest';
import { paceOf } from './pace';

const startedAt = new Date('2026-11-26T10:00:00Z');
const later = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);

describe('the pace of a submission', () => {
  it('is records a second so far, and the time the rest takes at it', () => {
    expect(paceOf({ done: 1_000, all: 4_000, startedAt }, later(10))).toEqual({ perSecond: 100, secondsLeft: 30 });
    expect(paceOf({ done: 4_000, all: 4_000, startedAt }, later(10))?.secondsLeft).toBe(0);
  });

  it('is told only once there is one', () => {
    expect(paceOf({ done: 500, all: 4_000, startedAt }, later(1))).toBeNull();
    expect(paceOf({ done: 0, all: 4_000, startedAt }, later(60))).toBeNull();
    expect(paceOf({ done: 500, all: 4_000, startedAt: null }, later(60))).toBeNull();
  });
});
