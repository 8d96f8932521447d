import { describe, expect, it } from 'vitest';
import { TOLD_STATUSES, toldStatus as toldOf } from './told-status';
import { isDecided, STATUSES } from './transitions';

type Decided = Parameters<typeof toldOf>[0];
const toldStatus = (decided: Omit<Decided, 'proposedFrom'> & Partial<Decided>, minutes: number, at: Date) =>
  toldOf({ proposedFrom: null, ...decided }, minutes, at);
const at = new Date('2026-11-02T10:00:00Z');
const FINAL = { status: 'released', mayChangeUntil: null };
const minutesAgo = (minutes: number) => new Date(at.getTime() - minutes * 60_000);

describe('What a list tells a partner', () => {
  it('is a release by the lane at once', () => {
    expect(toldStatus({ status: 'released', decidedAt: null, transmittedAt: at }, 10, at)).toEqual(FINAL);
  });
  it('is a decision the officer can still take back, with the instant until when', () => {
    const decided = { status: 'released', decidedAt: minutesAgo(9), transmittedAt: null } as const;
    expect(toldStatus(decided, 10, at)).toEqual({
      status: 'released',
      mayChangeUntil: new Date('2026-11-02T10:01:00Z'),
    });
    expect(toldStatus({ ...decided, decidedAt: minutesAgo(11) }, 10, at)).toEqual(FINAL);
    expect(toldStatus({ ...decided, transmittedAt: minutesAgo(1) }, 10, at)).toEqual(FINAL);
  });
  it('is a withdrawal at once: the partner asked for it', () => {
    expect(toldStatus({ status: 'withdrawn', decidedAt: null, transmittedAt: at }, 10, at)).toEqual({
      status: 'withdrawn',
      mayChangeUntil: null,
    });
  });
  it('is one word for everything customs still works on', () => {
    for (const status of ['selected', 'examination', 'awaiting_second'] as const)
      expect(toldStatus({ status, decidedAt: null, transmittedAt: null }, 10, at).status).toBe('under_control');
  });
  it('is every decision in its own word, and what was decided before while more is proposed', () => {
    for (const status of STATUSES.filter(isDecided)) {
      expect(TOLD_STATUSES).toContain(status);
      const decided = { status, decidedAt: minutesAgo(11), transmittedAt: null };
      expect(toldStatus(decided, 10, at)).toEqual({ status, mayChangeUntil: null });
      expect(toldStatus({ ...decided, status: 'awaiting_second', proposedFrom: status }, 10, at).status).toBe(status);
    }
    const proposed = {
      status: 'awaiting_second',
      proposedFrom: 'selected',
      decidedAt: null,
      transmittedAt: null,
    } as const;
    expect(toldStatus(proposed, 10, at).status).toBe('under_control');
  });
});
