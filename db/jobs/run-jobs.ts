import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { logLine, messageOf } from '../log';
import { traced } from '../tracing';
import type { JobWatch } from './heartbeat';
import { JobLocks } from './job-locks';

/** Background work. `run` does what is to be done now and returns; it stops soon after the signal is aborted, at a place to go on from. */
export type Job = {
  name: string;
  /** Pause between the end of one run and the beginning of the next. */
  everyMs: number;
  run(signal: AbortSignal): Promise<void>;
};

const FAILURE_PAUSE_MS_MAX = 60_000;

/** The pause before the next run: the job's own, doubled with each failure in a row, at most a minute longer. */
export function pauseMs(everyMs: number, failures: number): number {
  const added = failures === 0 ? 0 : Math.min(FAILURE_PAUSE_MS_MAX, 1_000 * 2 ** (failures - 1));
  return everyMs + added;
}

/** What is done every ten minutes or less often waits a while after a start. */
const SELDOM_MS = 600_000;
const FIRST_PAUSE_MS = 30_000;

/**
 * The pause before the first run. What people wait for goes first after a start: a worker that is started again would otherwise give its
 * connections to the work of whole days while an import waits, and again at each start.
 */
export const firstPauseMs = (everyMs: number): number => (everyMs >= SELDOM_MS ? FIRST_PAUSE_MS : 0);

const UNWATCHED: JobWatch = { began: () => undefined, ended: () => undefined };

/** Runs the job unless another process does; tells whether it did. */
async function runOnce(job: Job, locks: JobLocks, signal: AbortSignal, watch: JobWatch): Promise<boolean> {
  if (!(await locks.tryAcquire(job.name))) return false;
  try {
    watch.began(job.name);
    await traced(`job ${job.name}`, () => job.run(signal));
    return true;
  } finally {
    // If the connection of the lock is lost, the lock went with it.
    await locks.release(job.name).catch(() => undefined);
  }
}

async function repeat(job: Job, locks: JobLocks, signal: AbortSignal, watch: JobWatch): Promise<void> {
  let failures = 0;
  await sleep(firstPauseMs(job.everyMs), undefined, { signal }).catch(() => undefined);
  while (!signal.aborted) {
    try {
      const hasRun = await runOnce(job, locks, signal, watch);
      failures = 0;
      if (hasRun) watch.ended(job.name, failures);
    } catch (error) {
      if (signal.aborted) return;
      failures += 1;
      watch.ended(job.name, failures);
      logLine('error', 'job.failed', { job: job.name, failures, message: messageOf(error) });
    }
    await sleep(pauseMs(job.everyMs, failures), undefined, { signal }).catch(() => undefined);
  }
}

/** Runs every job again and again, side by side, until the signal is aborted and all have stopped. A failing job is logged and tried again. */
export async function runJobs(jobs: readonly Job[], signal: AbortSignal, watch: JobWatch = UNWATCHED): Promise<void> {
  // Each job listens in its pause, and some in their work besides; Node takes more than ten for a leak.
  setMaxListeners(2 * jobs.length, signal);
  const locks = new JobLocks();
  try {
    await Promise.all(jobs.map((job) => repeat(job, locks, signal, watch)));
  } finally {
    await locks.close();
  }
}
