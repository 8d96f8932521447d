import { describe, expect, it } from 'vitest';
import { pausedBy } from './paused-clock';
import { KEPT_STATUSES, OPEN_STATUSES } from './transitions';

describe('The time left to act', () => {
  it.each(KEPT_STATUSES)('stands still for goods that are %s: they wait for no flight', (status) => {
    expect(pausedBy({ status, openReferrals: 0 })).toBe('kept');
    expect(pausedBy({ status, openReferrals: 1 })).toBe('kept');
  });

  it.each(OPEN_STATUSES)('runs while it is %s, but for a question that waits for the partner', (status) => {
    expect(pausedBy({ status, openReferrals: 0 })).toBeNull();
    expect(pausedBy({ status, openReferrals: 1 })).toBe('partner');
  });
});
