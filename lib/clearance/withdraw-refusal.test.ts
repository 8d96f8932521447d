import { describe, expect, it } from 'vitest';
import { nextStatus, STATUSES } from './transitions';
import { WITHDRAW_REFUSALS, type WithdrawFacts, withdrawRefusal } from './withdraw-refusal';

const AT = new Date('2026-11-02T10:00:00Z');
const LATER = new Date('2026-11-02T10:00:01Z');
const WAITING: WithdrawFacts = {
  status: 'selected',
  decidedBy: null,
  wasDecided: false,
  claimedBy: null,
  leaseUntil: null,
  openHolds: 0,
  openReferrals: 0,
  examinationOutcome: 'none',
  actByAt: LATER,
};
const RELEASED: WithdrawFacts = { ...WAITING, status: 'released' };

const refusal = (facts: WithdrawFacts) => withdrawRefusal(facts, AT);

describe('A withdrawal', () => {
  it('is possible while a consignment waits and nobody acts on it, arrived or not', () => {
    expect(refusal(WAITING)).toBeNull();
    expect(refusal({ ...WAITING, actByAt: AT })).toBeNull();
  });

  it('is possible after release by the lane while the arrival is ahead, and not from the instant of arrival on', () => {
    expect(refusal(RELEASED)).toBeNull();
    expect(refusal({ ...RELEASED, actByAt: AT })).toBe('withdraw.arrived');
  });

  it('is possible while the goods wait for their payment, as after the release, and not while somebody holds them', () => {
    const unpaid: WithdrawFacts = { ...WAITING, status: 'awaiting_payment' };
    expect(refusal(unpaid)).toBeNull();
    expect(refusal({ ...unpaid, actByAt: AT })).toBe('withdraw.arrived');
    expect(refusal({ ...unpaid, openHolds: 1 })).toBe('withdraw.hold_open');
    expect(refusal({ ...unpaid, decidedBy: 'x' })).toBe('withdraw.decided');
  });

  it('is possible once the lease of a claim ran out', () => {
    expect(refusal({ ...WAITING, claimedBy: 'x', leaseUntil: LATER })).toBe('withdraw.acted_on');
    expect(refusal({ ...WAITING, claimedBy: 'x', leaseUntil: AT })).toBeNull();
  });

  it.each<[string, Partial<WithdrawFacts>, string]>([
    ['a hold is open', { openHolds: 1 }, 'withdraw.hold_open'],
    ['a question is unanswered', { openReferrals: 1 }, 'withdraw.referral_open'],
    ['an examination is ordered', { status: 'examination', examinationOutcome: 'ordered' }, 'withdraw.acted_on'],
    ['an examination found something', { examinationOutcome: 'finding' }, 'withdraw.acted_on'],
    ['an examination found the goods as declared', { examinationOutcome: 'conform' }, 'withdraw.acted_on'],
    ['a seizure is proposed', { status: 'awaiting_second' }, 'withdraw.acted_on'],
    ['it is seized', { status: 'seized' }, 'withdraw.decided'],
    ['an officer released it', { status: 'released', decidedBy: 'x' }, 'withdraw.decided'],
    ['it was detained, and the detention ended', { wasDecided: true }, 'withdraw.decided'],
    ['it is withdrawn', { status: 'withdrawn' }, 'withdraw.already'],
  ])('is refused where %s', (_, change, code) => {
    expect(refusal({ ...WAITING, ...change })).toBe(code);
  });

  it('is allowed only where the status machine allows it, and refused by a reason of the closed list', () => {
    for (const status of STATUSES) {
      const code = refusal({ ...WAITING, status });
      if (code === null) expect(nextStatus('withdraw', status)).toEqual({ ok: true, next: 'withdrawn' });
      else expect(WITHDRAW_REFUSALS).toContain(code);
    }
  });
});
