import { backTestDay } from '@/db/commands/profile/back-test-day';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** Goes through the back-tests that wait, day by day, until none is left or the worker stops; each day is a place to go on from. */
export async function runBackTests(signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await backTestDay(SYSTEM_ACTOR)));
}
