import { checkStatistics } from '@/db/commands/statistics/recompute';
import { logLine } from '@/db/log';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';

/** Days looked at in one run: those in which most still changes. */
const DAYS = 3;

/** Recomputes the last days from the ledger and tells of any difference. There is none unless the program or the data are broken. */
export async function recomputeRecentDays(signal: AbortSignal, now = new Date()): Promise<void> {
  for (let back = 0; back < DAYS && !signal.aborted; back += 1) {
    const day = addDays(dayOf(now), -back);
    const { consignments, differences, disagreeingCubes } = await checkStatistics(SYSTEM_ACTOR, day);
    const isSound = differences.length === 0 && disagreeingCubes.length === 0;
    logLine(isSound ? 'info' : 'error', isSound ? 'statistics.checked' : 'statistics.difference', {
      day,
      consignments,
      differences: differences.length,
      disagreeingCubes: disagreeingCubes.join(' '),
    });
  }
}
