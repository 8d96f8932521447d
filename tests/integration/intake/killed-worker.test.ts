import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { closeConnections } from '@/db/connection';
import { demoPartnerActor } from '@/db/demo/partners';
import { childEnv, setDatabaseUrl } from '@/db/env';
import { processSubmissions } from '@/db/jobs/process-submissions';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { checkAgainstFile } from '@/tests/faults/import/check-file';
import { checkRun, compareRuns } from '@/tests/faults/import/compare';
import { importFiles } from '@/tests/faults/import/import-file';
import { useDatabase } from '../../support/database';
import { receivedImport } from '../../support/received-import';

/** Enough for a second batch; references that stand apart, bad rows, and some that were sent before are among them. */
const ROWS = 800;
const LOOK_EVERY_MS = 20;
/** Seconds of work; on a machine that does much else two processes start slowly. */
const PATIENCE_MS = 240_000;

/** Where a worker stops until the test lets go: a trigger asks, within the worker's own transaction, for a lock that the test holds. */
const PAUSE = { reading: 1, secondBatch: 2 } as const;
const TRIGGERS = `
  create function public.pause() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock(tg_argv[0]::int); return new; end $$;
  create trigger pause before update on intake.submissions for each row
    when (old.status = 'staging' and new.status = 'processing') execute function public.pause(${PAUSE.reading});
  create trigger pause before insert on audit.log for each row
    when (new.action = 'intake.process' and (new.details ->> 'fromRecord')::int > 1)
    execute function public.pause(${PAUSE.secondBatch});`;
const WAITING = `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`;
const CONNECTED = `select count(*)::int as n from pg_stat_activity where datname = current_database()
  and backend_type = 'client backend' and pid <> pg_backend_pid()`;

const database = useDatabase();
const platform = demoPartnerActor('harbour-lane');
const files = importFiles(ROWS, 1, new Date());
let submissionId = '';
let unbroken = '';
let broken = '';
let worker: ChildProcess | undefined;

beforeAll(async () => {
  submissionId = await receivedImport(platform, files);
  // One content for both: what is random about an assessment is drawn from the database's own seed.
  unbroken = await database.copy();
  broken = await database.copy();
});

afterEach(async () => {
  worker?.kill('SIGKILL');
  await closeConnections();
  setDatabaseUrl(database.url());
});

async function asOwner<T>(address: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Asks again until the count is as wanted; how long that takes is of no matter. */
async function until(client: pg.Client, statement: string, isWanted: (count: number) => boolean): Promise<void> {
  for (;;) {
    if (worker && worker.exitCode !== null) throw new Error(`The worker ended by itself with ${worker.exitCode}.`);
    const { rows } = await client.query<{ n: number }>(statement);
    if (isWanted(rows[0]?.n ?? 0)) return;
    await sleep(LOOK_EVERY_MS);
  }
}

/** Starts a worker, kills it where it pauses, and returns once the server has noticed. Gives how it left the submission. */
async function killWhereItPauses(client: pg.Client, pause: number): Promise<object> {
  await client.query('select pg_advisory_lock($1)', [pause]);
  const words = ['--conditions=react-server', '--import', 'tsx', 'tests/support/submission-worker.ts'];
  worker = spawn(process.execPath, words, { stdio: 'inherit', env: childEnv({ DATABASE_URL: broken }) });
  const ended = once(worker, 'exit');
  await until(client, WAITING, (count) => count > 0);
  worker.kill('SIGKILL');
  await ended;
  worker = undefined;
  await client.query('select pg_advisory_unlock($1)', [pause]);
  // What the worker had asked before it fell may still be under way, a renewal of its lease for one.
  await until(client, CONNECTED, (count) => count === 0);
  const { rows } = await client.query<object>(
    `select status, processed_record > 0 as "isBegun", leased_by is not null as "isLeased",
      (select count(*)::int from intake.staged_rows where submission_id = id) as staged from intake.submissions where id = $1`,
    [submissionId],
  );
  return rows[0] ?? {};
}

const leaseEnds = (client: pg.Client, distance: string) =>
  client.query(`update intake.submissions set lease_until = statement_timestamp() + $2::interval where id = $1`, [
    submissionId,
    distance,
  ]);

describe('A submission whose worker is killed', () => {
  it(
    'ends as it would have unbroken, row by row, after a kill while it was read and another within a batch',
    async () => {
      setDatabaseUrl(unbroken);
      expect(await processSubmission(SYSTEM_ACTOR, submissionId)).toMatchObject({ status: 'finished' });
      await closeConnections();

      await asOwner(broken, async (client) => {
        await client.query(TRIGGERS);
        expect(await killWhereItPauses(client, PAUSE.reading)).toEqual({
          status: 'staging',
          isBegun: false,
          isLeased: true,
          staged: files.rows,
        });
        await leaseEnds(client, '-1 second');
        expect(await killWhereItPauses(client, PAUSE.secondBatch)).toMatchObject({
          status: 'processing',
          isBegun: true,
          isLeased: true,
        });

        setDatabaseUrl(broken);
        await leaseEnds(client, '1 hour');
        expect(await processSubmission(SYSTEM_ACTOR, submissionId)).toBeNull();
        await leaseEnds(client, '-1 second');
        await processSubmissions(new AbortController().signal);
        await closeConnections();
      });

      const one = { name: 'unbroken', databaseUrl: unbroken, submissionId };
      const other = { name: 'broken', databaseUrl: broken, submissionId };
      expect((await compareRuns(one, other)).differences).toEqual([]);
      expect(await checkRun(other)).toEqual([]);
      expect((await checkAgainstFile(other, files)).differences).toEqual([]);
    },
    PATIENCE_MS,
  );
});
