import { describe, expect, it } from 'vitest';
import { RefusedError } from '@/lib/kernel/errors';
import { CONFIRMED_MS, isConfirmed, requireConfirmed } from './step-up';

const at = new Date('2026-11-02T10:00:00Z');
const earlier = (ms: number) => new Date(at.getTime() - ms);

describe('a confirmation', () => {
  it('counts for a quarter of an hour, and no longer', () => {
    expect(isConfirmed({ kind: 'user', confirmedAt: earlier(0) }, at)).toBe(true);
    expect(isConfirmed({ kind: 'user', confirmedAt: earlier(CONFIRMED_MS - 1) }, at)).toBe(true);
    expect(isConfirmed({ kind: 'user', confirmedAt: earlier(CONFIRMED_MS) }, at)).toBe(false);
  });

  it('is missing where nobody gave one', () => {
    expect(isConfirmed({ kind: 'user' }, at)).toBe(false);
    expect(() => requireConfirmed({ kind: 'user' }, at)).toThrow(RefusedError);
  });

  it('is asked of people only', () => {
    expect(isConfirmed({ kind: 'api_key' }, at)).toBe(true);
    expect(isConfirmed({ kind: 'system' }, at)).toBe(true);
  });
});
