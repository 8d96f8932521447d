import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { now } from '@/db/clock';
import { endBeat, keepBeat } from '@/db/commands/operation/keep-beat';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { BEAT_MS, type JobRun } from '@/lib/operation/heartbeat';
import { logLine, messageOf } from '../log';

/** Told by the loop of each job what it does. */
export type JobWatch = {
  began(job: string): void;
  ended(job: string, failures: number): void;
};

/** Keeps the last run of each job, and writes down every few seconds what changed. */
export class Heartbeat implements JobWatch {
  readonly #process = `${hostname()}:${process.pid}`;
  readonly #startedAt = now();
  readonly #runs = new Map<string, JobRun>();
  readonly #changed = new Set<string>();

  began(job: string): void {
    const { wellAt = null, failures = 0 } = this.#runs.get(job) ?? {};
    this.#keep({ job, beganAt: now(), endedAt: null, wellAt, failures });
  }

  ended(job: string, failures: number): void {
    const run = this.#runs.get(job);
    const endedAt = now();
    if (run) this.#keep({ ...run, endedAt, wellAt: failures === 0 ? endedAt : run.wellAt, failures });
  }

  #keep(run: JobRun): void {
    this.#runs.set(run.job, run);
    this.#changed.add(run.job);
  }

  /** Writes until the signal is aborted, then takes the worker out. A database that is away is told of the next time. */
  async keep(signal: AbortSignal, everyMs = BEAT_MS): Promise<void> {
    while (!signal.aborted) {
      await this.#beat();
      await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    }
    await this.#beat();
    await endBeat(SYSTEM_ACTOR, this.#process).catch(() => undefined);
  }

  async #beat(): Promise<void> {
    const jobs = [...this.#changed];
    const runs = jobs.flatMap((job) => this.#runs.get(job) ?? []);
    this.#changed.clear();
    try {
      await keepBeat(SYSTEM_ACTOR, { process: this.#process, startedAt: this.#startedAt, runs });
    } catch (error) {
      for (const job of jobs) this.#changed.add(job);
      logLine('warn', 'worker.beat_failed', { message: messageOf(error) });
    }
  }
}
