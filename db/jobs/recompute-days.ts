import { fillDay } from '@/db/commands/statistics/fill-cubes';
import { checkStatistics, fillCubes } from '@/db/commands/statistics/recompute';
import { logLine } from '@/db/log';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';

/** Days looked at in one run: those in which most still changes. */
const DAYS = 3;

/**
 * Fills cubes that are new, then recomputes the last days from the ledger and tells of any difference. There is none unless
 * the program or the data are broken; a repair is a decision for people, except of cubes, which only repeat the finest one.
 */
export async function recomputeRecentDays(signal: AbortSignal, now = new Date()): Promise<void> {
  const filled = await fillCubes(SYSTEM_ACTOR, signal);
  if (filled > 0) logLine('info', 'statistics.filled', { days: filled });
  for (let back = 0; back < DAYS && !signal.aborted; back += 1) {
    const day = addDays(dayOf(now), -back);
    const { consignments, differences, disagreeingCubes } = await checkStatistics(SYSTEM_ACTOR, day);
    const isSound = differences.length === 0 && disagreeingCubes.length === 0;
    if (disagreeingCubes.length > 0) await fillDay(SYSTEM_ACTOR, day);
    if (isSound) continue;
    logLine('error', 'statistics.difference', {
      day,
      consignments,
      differences: differences.length,
      disagreeingCubes: disagreeingCubes.join(' '),
    });
  }
}
