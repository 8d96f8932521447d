import { describe, expect, it } from 'vitest';
import { type ClaimFacts, decideHolder, decideSeen } from './decide-claim';

const at = new Date('2026-11-02T10:00:00Z');
const later = new Date('2026-11-02T10:20:00Z');
const free: ClaimFacts = {
  status: 'selected',
  rowVersion: 3,
  claimedBy: null,
  claimedByName: null,
  claimedAt: null,
  leaseUntil: null,
  isReturned: false,
  decidedAt: null,
  decidedByName: null,
};
const held: ClaimFacts = { ...free, claimedBy: 'a', claimedByName: 'A. Kaya', claimedAt: at, leaseUntil: later };
const before = new Date('2026-11-02T10:19:59Z');

describe('Who holds a consignment', () => {
  it('is nobody, oneself, or a colleague who is named with the time', () => {
    expect(decideHolder(free, 'a', at)).toEqual({ ok: true, holder: 'nobody' });
    expect(decideHolder(held, 'a', before)).toEqual({ ok: true, holder: 'self' });
    expect(decideHolder(held, 'b', before)).toEqual({
      ok: false,
      reasons: [{ code: 'claim.held', params: { name: 'A. Kaya', since: at.getTime() } }],
    });
  });
  it('is nobody for a colleague from the instant the lease ends, and the holder is told', () => {
    expect(decideHolder(held, 'b', later)).toEqual({ ok: true, holder: 'nobody' });
    expect(decideHolder(held, 'a', later)).toEqual({ ok: false, reasons: [{ code: 'claim.expired' }] });
  });
});

describe('A row that changed since it was seen', () => {
  const code = (claim: ClaimFacts, actor = 'b') => {
    const decision = decideSeen(claim, 2, actor, before);
    return decision.ok ? null : decision.reasons[0]?.code;
  };
  it('is refused with what happened meanwhile', () => {
    expect(code(free)).toBe('row.changed');
    expect(code({ ...free, isReturned: true })).toBe('claim.expired');
    expect(code(held)).toBe('claim.held');
    expect(code(held, 'a')).toBe('row.changed');
    expect(code({ ...free, status: 'released', decidedAt: at, decidedByName: 'A. Kaya' })).toBe('row.decided');
    expect(code({ ...free, status: 'released' })).toBe('row.released_by_lane');
    expect(code({ ...free, status: 'withdrawn' })).toBe('row.withdrawn');
  });
  it('is no refusal when it did not', () => {
    expect(decideSeen(free, 3, 'b', at)).toEqual({ ok: true });
  });
});
