import { describe, expect, it } from 'vitest';
import { isLive, isTouchDue, timeLeftMs } from './session-life';

const at = (text: string) => new Date(`2026-11-24T${text}Z`);
const session = { lastSeenAt: at('09:00:00'), expiresAt: at('20:00:00'), revokedAt: null };

describe('a session', () => {
  it('lives while it is used', () => {
    expect(isLive(session, at('09:29:59'))).toBe(true);
  });
  it('is over after half an hour without use', () => {
    expect(isLive(session, at('09:30:00'))).toBe(false);
  });
  it('is over at the end of a shift, however busy', () => {
    expect(isLive({ ...session, lastSeenAt: at('19:59:59') }, at('20:00:00'))).toBe(false);
  });
  it('is over at once when it was ended', () => {
    expect(isLive({ ...session, revokedAt: at('09:01:00') }, at('09:01:00'))).toBe(false);
  });
  it('has its last use written down once a minute, not at every page', () => {
    expect(isTouchDue(at('09:00:00'), at('09:00:59'))).toBe(false);
    expect(isTouchDue(at('09:00:00'), at('09:01:00'))).toBe(true);
  });
  it('says how long it lasts without use, and no longer than the shift', () => {
    expect(timeLeftMs(session, at('09:10:00'))).toBe(20 * 60_000);
    expect(timeLeftMs({ ...session, lastSeenAt: at('19:50:00') }, at('19:55:00'))).toBe(5 * 60_000);
    expect(timeLeftMs(session, at('12:00:00'))).toBe(0);
  });
});
