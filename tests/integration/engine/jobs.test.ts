import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { keepBeat } from '@/db/commands/operation/keep-beat';
import { Heartbeat } from '@/db/jobs/heartbeat';
import { runJobs } from '@/db/jobs/run-jobs';
import { standing } from '@/db/queries/operation/standing';
import { DRAIN_SIGNAL, isReady, listenForDrain } from '@/db/readiness';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

const database = useDatabase();

describe('runJobs', () => {
  it('never runs a job in two workers at once', async () => {
    const stop = new AbortController();
    let inside = 0;
    let most = 0;
    let runs = 0;
    const job = {
      name: 'probe',
      everyMs: 1,
      run: async () => {
        inside += 1;
        most = Math.max(most, inside);
        await sleep(5);
        inside -= 1;
        runs += 1;
        if (runs === 20) stop.abort();
      },
    };
    await Promise.all([runJobs([job], stop.signal), runJobs([job], stop.signal)]);
    expect(most).toBe(1);
    expect(runs).toBeGreaterThanOrEqual(20);
  });

  it('goes on after a job has failed and after its connection was lost', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const stop = new AbortController();
    let runs = 0;
    const job = {
      name: 'failing',
      everyMs: 1,
      run: async () => {
        runs += 1;
        if (runs > 1) return stop.abort();
        await database.owner((client) =>
          client.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'luxor-jobs' and datname = current_database()`,
          ),
        );
        throw new Error('as intended');
      },
    };
    await runJobs([job], stop.signal);
    expect(runs).toBe(2);
    expect(written.mock.calls.join('\n')).toContain('job.failed');
    written.mockRestore();
  });
});

describe('a heartbeat', () => {
  it('tells that a worker is there, and how its jobs ended, until it is stopped', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const [stop, end] = [new AbortController(), new AbortController()];
    const heartbeat = new Heartbeat();
    const beating = heartbeat.keep(end.signal, 1);
    let runs = 0;
    const jobs = [
      { name: 'well', everyMs: 1, run: async () => undefined },
      {
        ...{ name: 'ill', everyMs: 1 },
        run: async () => {
          runs += 1;
          if (runs === 2) stop.abort();
          throw new Error('as intended');
        },
      },
    ];
    await runJobs(jobs, stop.signal, heartbeat);
    await vi.waitFor(async () => {
      const { workerBeatAt, jobs: told } = await standing(SYSTEM_ACTOR);
      expect(workerBeatAt).not.toBeNull();
      const [one, other] = told;
      expect(one).toMatchObject({ job: 'ill', failures: 1, wellAt: null });
      expect(other).toMatchObject({ job: 'well', failures: 0 });
      expect(other?.wellAt).toEqual(other?.endedAt);
    });
    end.abort();
    await beating;
    expect((await standing(SYSTEM_ACTOR)).workerBeatAt).toBeNull();
    written.mockRestore();
  });

  it('is written by the system alone, and a later run is not told over by an earlier one', async () => {
    const at = (seconds: number) => new Date(Date.UTC(2026, 10, 28, 8, 0, seconds));
    const run = (beganAt: Date, failures: number) => ({ job: 'seals', beganAt, endedAt: null, wellAt: null, failures });
    const beat = { process: 'here:1', startedAt: at(0) };
    await expect(keepBeat(someone('admin', 'NLRTM'), { ...beat, runs: [] })).rejects.toThrow(ForbiddenError);
    await expect(standing(someone('admin', 'NLRTM'))).rejects.toThrow(ForbiddenError);
    await keepBeat(SYSTEM_ACTOR, { ...beat, runs: [run(at(20), 2)] });
    await keepBeat(SYSTEM_ACTOR, { ...beat, process: 'here:2', runs: [run(at(10), 0)] });
    expect((await standing(SYSTEM_ACTOR)).jobs.find(({ job }) => job === 'seals')).toMatchObject({ failures: 2 });
  });
});

describe('isReady', () => {
  it('is false as soon as the process is told that it will be stopped', async () => {
    expect(await isReady()).toBe(true);
    listenForDrain();
    process.emit(DRAIN_SIGNAL);
    expect(await isReady()).toBe(false);
    process.removeAllListeners(DRAIN_SIGNAL);
    // The files of a worker share their modules.
    Reflect.deleteProperty(globalThis, 'luxorDraining');
  });

  it('is true at the version of this code, and false at another', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await isReady()).toBe(true);
    await database.owner((client) =>
      client.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 0)`),
    );
    expect(await isReady()).toBe(false);
    written.mockRestore();
  });
});
