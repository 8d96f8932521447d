import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { checkStatistics } from '@/db/commands/statistics/recompute';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { childEnv } from '@/db/env';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { seededRandom } from '@/lib/kernel/prng';
import { importFiles } from '../../faults/import/import-file';
import { readFile } from '../../faults/import/read-file';
import { NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { brokenRules } from '../../support/import-rules';
import { type Digests, digestsOf } from '../../support/ledger-digest';
import { oneByOne } from '../../support/submissions';

const ROWS = 2_600;
const RECORDS_PER_BATCH = 500;

const database = useDatabase();
const carrier = demoPartnerActor('northwing-express');
const random = seededRandom(7);
const files = importFiles(ROWS, 7, NOW);

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, NOW);
  });
});

async function receive(body: Buffer): Promise<string> {
  const wish = { format: 'csv', contentType: 'text/csv', fileName: null, idempotencyKey: null } as const;
  const sent = { ...wish, announcedBytes: body.length, body: oneByOne(body, 65_536) };
  return (await receiveSubmission(carrier, sent, NOW)).submissionId;
}

function spawnWorker(submissionId: string): ChildProcess {
  const words = ['--conditions=react-server', '--import', 'tsx', 'tests/support/import-worker.ts', submissionId];
  return spawn(process.execPath, words, { stdio: 'ignore', env: childEnv({ DATABASE_URL: database.url() }) });
}

/** Starts a worker while a statement holds what it will need, and kills it where it waits for that: always at the same place. */
async function killWhereHeld(submissionId: string, hold: string, values: unknown[]): Promise<void> {
  await database.owner(async (client) => {
    await client.query('begin');
    await client.query(hold, values);
    const worker = spawnWorker(submissionId);
    const ended = once(worker, 'exit');
    while (!(await isHeldUp(client))) {
      if (worker.exitCode !== null) throw new Error(`the worker ended with ${worker.exitCode} before it was held up`);
      await sleep(10);
    }
    worker.kill('SIGKILL');
    await ended;
    await client.query('rollback');
    while (await hasWorkers(client)) await sleep(10);
    // Nobody renews the lease of a dead worker: after a while it may be taken.
    await client.query(`update intake.submissions set lease_until = clock_timestamp() where id = $1`, [submissionId]);
  });
}

const isTrue = async (client: pg.Client, condition: string) =>
  (await client.query<{ yes: boolean }>(`select exists (select from pg_stat_activity where ${condition}) as yes`))
    .rows[0]?.yes ?? false;
const isHeldUp = (client: pg.Client) => isTrue(client, 'pg_backend_pid() = any(pg_blocking_pids(pid))');
const hasWorkers = (client: pg.Client) =>
  isTrue(client, `application_name = 'luxor-jobs' and datname = current_database()`);

const cursorOf = (submissionId: string) =>
  database.owner(async (client) => {
    const { rows } = await client.query<{ status: string; done: number; staged: number }>(
      `select status, processed_record as done,
        (select count(*)::int from intake.staged_rows where submission_id = id) as staged
       from intake.submissions where id = $1`,
      [submissionId],
    );
    return rows[0];
  });

/** Back to a database without consignments, so that the same file meets the same ledger again. */
const emptyLedger = () =>
  database.owner((client) =>
    client.query(`truncate consignment.identities, consignment.consignments, consignment.versions, consignment.items,
      consignment.parties, risk.assessments, risk.party_days, clearance.clearances, clearance.events,
      statistics.contributions, statistics.cells, intake.submissions, intake.raw_chunks, intake.staged_rows,
      intake.quarantined_records, audit.log`),
  );

async function importUnbroken(): Promise<Digests> {
  await processSubmission(SYSTEM_ACTOR, await receive(files.earlier));
  const main = await receive(files.main);
  await processSubmission(SYSTEM_ACTOR, main);
  return database.owner((client) => digestsOf(client, main));
}

describe('An import whose worker is killed', () => {
  it('while it reads rows, between two batches, and with a batch written but not committed, ends as if nothing had been', async () => {
    const expected = await importUnbroken();
    await emptyLedger();
    await processSubmission(SYSTEM_ACTOR, await receive(files.earlier));
    const main = await receive(files.main);

    await killWhereHeld(
      main,
      `insert into intake.staged_rows (submission_id, record_number, line, raw, content)
        select $1, n, 2301, '', '' from generate_series(1, ${ROWS}) as n`,
      [main],
    );
    expect(await cursorOf(main)).toMatchObject({ status: 'staging', staged: 2_000 });

    const known = new Set(readFile(files.earlier).map(({ reference }) => reference));
    const good = readFile(files.main).filter(({ isGood, reference }) => isGood && !known.has(reference));
    const inSomeBatch = good[RECORDS_PER_BATCH + Math.floor(random() * RECORDS_PER_BATCH)];
    await killWhereHeld(
      main,
      `insert into consignment.identities (consignment_id, received_on, partner_id, reference)
        values ($2, $3, $1, 'held')`,
      [carrier.partnerId, consignmentIdOf(carrier.partnerId ?? '', inSomeBatch?.reference ?? ''), dayOf(NOW)],
    );
    const between = await cursorOf(main);
    expect(between).toMatchObject({ status: 'processing' });
    expect(between?.done).toBeGreaterThan(0);

    await killWhereHeld(main, 'lock table audit.log in share mode', []);
    expect(await cursorOf(main)).toEqual(between);

    await processSubmission(SYSTEM_ACTOR, main);
    await database.owner(async (client) => {
      const found = await digestsOf(client, main);
      expect(found).toEqual(expected);
      expect(await brokenRules(client, main)).toEqual([]);
    });
    expect(await checkStatistics(SYSTEM_ACTOR, dayOf(NOW))).toMatchObject({ differences: [] });
  });
});
