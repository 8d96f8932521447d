import { backTestDays } from '@/db/commands/profile/back-test-days';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** About what a step takes: a kill loses no more, progress moves as often, and a cancellation is heard as soon. */
const STEP_MS = 500;
const DAYS_MAX = 64;

/**
 * Goes through the back-tests that wait until none is left or the worker stops. Each step is a place to go on from; it takes more days
 * while they are quick, and a single one after a failure.
 */
export async function runBackTests(signal: AbortSignal): Promise<void> {
  let days = 1;
  while (!signal.aborted) {
    const startedAt = performance.now();
    const step = await backTestDays(SYSTEM_ACTOR, days);
    if (step === 'none') return;
    const isQuick = performance.now() - startedAt < STEP_MS;
    if (step === 'failed') days = 1;
    else days = isQuick ? Math.min(DAYS_MAX, days * 2) : Math.max(1, Math.floor(days / 2));
  }
}
