import { foldContributions as foldPortion, ROWS_PER_FOLD } from '@/db/commands/statistics/fold-contributions';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** Folds what waits into the cubes, portion by portion, until little is left or the process is to stop. */
export async function foldContributions(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if ((await foldPortion(SYSTEM_ACTOR)) < ROWS_PER_FOLD) return;
  }
}
