import { describe, expect, it } from 'vitest';
import { isOwingAlike } from './owing-alike';

const STANDING = { outcome: 'released', extraChargesMinor: 0n, collectionModel: 'buyer' } as const;

describe('What is owed', () => {
  it('stays the same where an audit begins, asks, or finds nothing', () => {
    for (const act of ['audit_select', 'audit_take', 'audit_ask', 'audit_result', 'comment', 'attach'] as const) {
      expect(isOwingAlike(act, STANDING, STANDING)).toBe(true);
    }
  });
  it('is asked for again where something was found, or the outcome is another', () => {
    expect(isOwingAlike('audit_result', STANDING, { ...STANDING, extraChargesMinor: 1n })).toBe(false);
    expect(isOwingAlike('answer', STANDING, { ...STANDING, outcome: 'open' })).toBe(false);
    expect(isOwingAlike('answer', STANDING, { ...STANDING, collectionModel: 'vendor' })).toBe(false);
  });
  it('is asked for again by every act that may take something off or state a duty, though the ledger shows nothing of it', () => {
    for (const act of ['decide_appeal', 'appeal', 'state_duty', 'release', 'undo', 'reverse', 'withdraw'] as const) {
      expect(isOwingAlike(act, STANDING, STANDING)).toBe(false);
    }
  });
});
