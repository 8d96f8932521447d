const MINUTE_MS = 60_000;

/** The whole minute an instant lies in: limits count by it, the same for every process. */
export function minuteOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);
}

/** Seconds until the next minute begins, at least one: what `Retry-After` says (RFC 9110, 10.2.3). */
export function secondsToNextMinute(at: Date): number {
  return Math.max(1, Math.ceil((MINUTE_MS - (at.getTime() % MINUTE_MS)) / 1000));
}
