import { judgeBrowsing } from '@/db/commands/privacy/judge-browsing';
import { logLine } from '@/db/log';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';

/** Days before the present one that are judged where they were not: a month, so that a server that stood still misses none. */
const DAYS = 28;

/** Judges who looked at personal data on the days that are over, the oldest first; each is judged once. */
export async function judgeBrowsingDays(signal: AbortSignal, now = new Date()): Promise<void> {
  for (let back = DAYS; back >= 1 && !signal.aborted; back -= 1) {
    const day = addDays(dayOf(now), -back);
    const found = await judgeBrowsing(SYSTEM_ACTOR, day);
    if (found) logLine('warn', 'privacy.unusual_browsing', { day, found });
  }
}
