import { checkDays } from '@/db/commands/statistics/check-days';
import { fillCubes } from '@/db/commands/statistics/recompute';
import { logLine } from '@/db/log';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** Fills cubes that are new, then computes days anew from the ledger and tells of any difference. */
export async function recomputeDays(signal: AbortSignal, now = new Date()): Promise<void> {
  const filled = await fillCubes(SYSTEM_ACTOR, signal);
  if (filled > 0) logLine('info', 'statistics.filled', { days: filled });
  for (const { day, consignments, differences, disagreeingCubes } of await checkDays(SYSTEM_ACTOR, { at: now, signal }))
    if (differences.length > 0 || disagreeingCubes.length > 0)
      logLine('error', 'statistics.difference', {
        day,
        consignments,
        differences: differences.length,
        disagreeingCubes: disagreeingCubes.join(' '),
      });
}
