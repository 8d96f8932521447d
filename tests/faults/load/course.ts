import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../shared/report';
import { INJECT } from './faults/all';
import type { Imported } from './imports';
import type { Shift } from './officers';
import { CALM_SECONDS, type PlannedFault, told } from './plan';
import { type ReadyProbe, untilRecovered } from './recovery';
import type { DoneFault } from './report';
import type { Site } from './site';

/** A slow machine recovers slowly: the plan is gone through all the same, for so many times its length. */
const LONGER_MAX = 3;

export type Course = {
  readonly plan: readonly PlannedFault[];
  readonly site: Site;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly minutes: number;
  readonly signal: AbortSignal;
};
export type Seen = { readonly probe: ReadyProbe; readonly shift: Shift; readonly imported: Imported };

/** Does the faults of a plan one after the other, each once the one before has healed, until none is left or far more than the time is over. */
export async function faultsUnderLoad(course: Course, seen: Seen, done: DoneFault[]): Promise<void> {
  const { plan, site, startedAt, minutes, signal } = course;
  const elapsed = () => (performance.now() - startedAt) / 1_000;
  for (const fault of plan) {
    if (elapsed() > LONGER_MAX * minutes * 60) break;
    await sleep(Math.max(2_000, fault.atSeconds * 1_000 - elapsed() * 1_000), undefined, { signal });
    const beganSeconds = elapsed();
    const met = await INJECT[fault.kind](site, fault).catch((error: unknown) => {
      signal.throwIfAborted();
      // One that could not be done keeps none of the others from being done.
      const why = error instanceof Error ? error.message : String(error);
      seen.shift.differences.push(`${told(fault).trim()} was not done as planned: ${why}`);
      return `not done as planned: ${why}`;
    });
    const healedAt = performance.now();
    const lastedSeconds = elapsed() - beganSeconds;
    if (!site.isLauncherExpected) {
      await site.startLauncher();
      site.isLauncherExpected = true;
    }
    const recovery = await untilRecovered(healedAt, seen, () => {
      signal.throwIfAborted();
      site.checkAlive();
    });
    done.push({ fault, beganSeconds, lastedSeconds, met, recovery });
    const { ready, decision, batch } = recovery;
    const after = [ready, decision, batch].map((value) => value?.toFixed(1) ?? 'never').join(' / ');
    say(`${told(fault).trim()}: ${met}; ready / decision / batch after ${after} s`);
  }
  await sleep(CALM_SECONDS * 1_000, undefined, { signal });
}
