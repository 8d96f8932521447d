import { freezeMonth } from '@/db/commands/publication/freeze-month';
import { publishDue } from '@/db/commands/publication/publish-due';
import { logLine, messageOf } from '@/db/log';
import { monthIsToBeFrozen } from '@/db/queries/publication/month-to-freeze';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { monthsToFreeze } from '@/lib/publication/calendar';

/**
 * Freezes the months whose day has come: the one that closed, and those before it where their figures have changed. One that cannot be
 * frozen is told and holds up no other.
 */
export async function freezeClosedMonths(signal: AbortSignal, clock?: Date): Promise<void> {
  const at = clock ?? new Date();
  // The oldest first, so that vintages are made in the order of their months.
  for (const month of [...monthsToFreeze(dayOf(at))].reverse()) {
    if (signal.aborted) return;
    if (!(await monthIsToBeFrozen(SYSTEM_ACTOR, month, at))) continue;
    try {
      const frozen = await freezeMonth(SYSTEM_ACTOR, month, clock);
      if (!['empty', 'not_whole', 'unchanged', 'too_little'].includes(frozen.kind))
        logLine(frozen.kind === 'frozen' ? 'info' : 'warn', 'publication.freeze', { month, ...frozen });
    } catch (error) {
      logLine('error', 'publication.freeze_failed', { month, message: messageOf(error) });
    }
  }
}

/** Publishes what is due. */
export async function publishReleases(at = new Date()): Promise<void> {
  const published = await publishDue(SYSTEM_ACTOR, at);
  if (published > 0) logLine('info', 'publication.published', { releases: published });
}
