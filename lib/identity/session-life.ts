/** A session nobody used for this long is over (one break of an officer). */
export const SESSION_IDLE_MS = 30 * 60_000;

/** A session is over this long after sign-in, used or not (one shift). */
export const SESSION_LIFE_MS = 12 * 60 * 60_000;

/** The last use is written down at most this often. */
export const SESSION_TOUCH_MS = 60_000;

export type SessionTimes = { readonly lastSeenAt: Date; readonly expiresAt: Date; readonly revokedAt: Date | null };

/** Whether the session may still be used at this instant. */
export function isLive(session: SessionTimes, now: Date): boolean {
  if (session.revokedAt !== null || now >= session.expiresAt) return false;
  return now.getTime() - session.lastSeenAt.getTime() < SESSION_IDLE_MS;
}

/** Whether the last use is old enough to be written down again. */
export function isTouchDue(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= SESSION_TOUCH_MS;
}

/** Milliseconds until the session ends if nobody uses it; never negative. */
export function timeLeftMs(session: Pick<SessionTimes, 'lastSeenAt' | 'expiresAt'>, now: Date): number {
  const end = Math.min(session.lastSeenAt.getTime() + SESSION_IDLE_MS, session.expiresAt.getTime());
  return Math.max(0, end - now.getTime());
}
