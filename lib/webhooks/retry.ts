/** Before the second attempt. */
export const FIRST_PAUSE_MS = 10_000;
/** Before any. */
export const PAUSE_MS_MAX = 3 * 3_600_000;

/** A delivery is tried for this long after its first attempt; then it is dead until somebody sends it again. */
export const TRIED_FOR_MS = 24 * 3_600_000;

/** How long one worker has a delivery: well beyond the five seconds an attempt may take. */
export const LEASE_MS = 60_000;

/**
 * When to try again after a failed attempt: ten seconds, then twice as long each time up to three hours, each shortened or
 * lengthened by up to a fifth by chance so that receivers that were down are not hit by all at once. The last attempt is made
 * a day after the first; null after it.
 * @param attempts attempts made, this one included
 * @param random from 0 to 1
 */
export function nextAttemptAt(attempts: number, firstAttemptAt: Date, at: Date, random: number): Date | null {
  const end = firstAttemptAt.getTime() + TRIED_FOR_MS;
  if (at.getTime() >= end) return null;
  const pause = Math.min(PAUSE_MS_MAX, FIRST_PAUSE_MS * 2 ** Math.min(attempts - 1, 20));
  return new Date(Math.min(end, at.getTime() + Math.round(pause * (0.8 + 0.4 * random))));
}
