import { backTestDays } from '@/db/commands/profile/back-test-days';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { daysOfStep } from '@/lib/profile/back-test';

/**
 * Goes through the back-tests that wait until none is left or the worker stops. Each step is a place to go on from; it takes as many days
 * as make a like amount of work, and a single one after a failure.
 */
export async function runBackTests(signal: AbortSignal): Promise<void> {
  let days = 1;
  while (!signal.aborted) {
    const { came, looked } = await backTestDays(SYSTEM_ACTOR, days);
    if (came === 'none') return;
    days = came === 'failed' ? 1 : daysOfStep(days, looked);
  }
}
