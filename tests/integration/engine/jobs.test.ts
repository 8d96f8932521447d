import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { runJobs } from '@/db/jobs/run-jobs';
import { isReady } from '@/db/readiness';
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

describe('isReady', () => {
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
