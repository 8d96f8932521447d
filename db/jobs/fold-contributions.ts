import { foldContributions as foldPortion, ROWS_PER_FOLD } from '@/db/commands/statistics/fold-contributions';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/**
 * Folds what waits into the cubes, portion by portion, until little is left or the process is to stop. Readers add what waits to the
 * cubes, so it need not be often: contributions of some seconds share their cells, and cost far less together.
 */
export async function foldContributions(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if ((await foldPortion(SYSTEM_ACTOR)) < ROWS_PER_FOLD) return;
  }
}
