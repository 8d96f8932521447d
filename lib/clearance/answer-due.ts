const MINUTE_MS = 60_000;
/** A question that must be answered in less is none. */
const LEAST_MINUTES = 60;

/**
 * By when an answer to a question is due: as many minutes from now as the policy gives, or when the time to act ends, where that
 * comes before. Where that has come, or all but come, the policy's time again.
 */
export function answerDueAt(now: Date, answerMinutes: number, actBy: Date): Date {
  const byPolicy = now.getTime() + answerMinutes * MINUTE_MS;
  const end = actBy.getTime();
  return new Date(end < byPolicy && end >= now.getTime() + LEAST_MINUTES * MINUTE_MS ? end : byPolicy);
}
