import { describe, expect, it } from 'vitest';
import { isWaiting, REFERRAL_STATES, referralState } from './referral-state';

const hour = (count: number) => new Date(Date.UTC(2026, 10, 2, 10 + count));
const asked = { dueAt: hour(4), answeredAt: null, withdrawnAt: null };

describe('A question to the partner', () => {
  it.each([
    ['open', asked, hour(4)],
    ['overdue', asked, hour(5)],
    ['answered', { ...asked, answeredAt: hour(4) }, hour(9)],
    ['answered_late', { ...asked, answeredAt: hour(5) }, hour(9)],
    ['withdrawn', { ...asked, withdrawnAt: hour(2) }, hour(9)],
    ['unanswered', { ...asked, withdrawnAt: hour(4) }, hour(9)],
    ['unanswered', { ...asked, withdrawnAt: hour(7) }, hour(9)],
  ] as const)('is %s', (state, stamps, at) => {
    expect(referralState(stamps, at)).toBe(state);
  });

  it('waits for the partner while nobody answered or withdrew it', () => {
    expect(REFERRAL_STATES.filter(isWaiting)).toEqual(['open', 'overdue']);
  });
});
