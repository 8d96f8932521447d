import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { foldContributions } from '@/db/commands/statistics/fold-contributions';
import { checkStatistics, fillCubes } from '@/db/commands/statistics/recompute';
import { closeConnections } from '@/db/connection';
import { seedDemoPartners } from '@/db/demo/partners';
import { runDemo } from '@/db/demo/run-demo';
import { setDatabaseUrl } from '@/db/env';
import { migrateDatabase } from '@/db/migrate';
import { countApplied, countMigrations } from '@/db/pending-migrations';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { useDatabase } from '../../support/database';
import { connected, copyWhatItKnows, migrateAsBefore } from '../../support/older-database';

const OLDER = 14;
const END = new Date('2026-09-10T15:00:00Z');
const present = useDatabase();
const made: string[] = [];
/** A database as an older version left it, full of what this one made. */
let older = '';
let copied: ReadonlyMap<string, number> = new Map();

const newDatabase = async (template?: string) => {
  const name = `luxor_upgrade_${process.pid}_${randomBytes(4).toString('hex')}`;
  await connected(inject('testServer').url, (client) =>
    client.query(`create database ${name}${template ? ` template ${template}` : ''}`),
  );
  made.push(name);
  const address = new URL(inject('testServer').url);
  address.pathname = `/${name}`;
  return address.toString();
};
const nameOf = (url: string) => new URL(url).pathname.slice(1);

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date('2026-09-02T08:00:00Z'));
  });
  await runDemo({ consignments: 60, days: 4, endAt: END, seed: 1 }, () => undefined);
  older = await newDatabase();
  await connected(older, async (client) => {
    await migrateAsBefore(client, OLDER, END);
    copied = await connected(present.url(), (from) => copyWhatItKnows(from, client));
  });
});

afterAll(async () => {
  await closeConnections();
  for (const name of made)
    await connected(inject('testServer').url, (client) => client.query(`drop database ${name} with (force)`));
});

/** Indexes that are half made, or stand on a partition without belonging to one of its table. */
const strayIndexes = (client: pg.Client) =>
  client
    .query<{ name: string }>(
      `select c.relname as name from pg_index x join pg_class c on c.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
         join pg_namespace n on n.oid = c.relnamespace
        where n.nspname !~ '^pg_' and (not x.indisvalid or (t.relispartition and not c.relispartition)) order by 1`,
    )
    .then(({ rows }) => rows.map(({ name }) => name));

async function tableCounts(client: pg.Client, tables: Iterable<string>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of tables) {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
    counts.set(table, rows[0]?.count ?? 0);
  }
  return counts;
}

/** Columns, indexes and checks of every table as text, those of partitions left out: they follow the table. */
const shape = (client: pg.Client) =>
  client
    .query<{ text: string }>(
      `with own as (
         select c.oid, format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname !~ '^(pg_|information_schema|public|drizzle)' and c.relkind in ('r', 'p') and not c.relispartition)
       select name || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull as text
         from own join pg_attribute on attrelid = oid and attnum > 0 and not attisdropped
       union all select pg_get_indexdef(indexrelid) from own join pg_index on indrelid = oid
       union all select name || ' ' || conname || ' ' || pg_get_constraintdef(c.oid) from own join pg_constraint c on conrelid = own.oid
       order by 1`,
    )
    .then(({ rows }) => rows.map(({ text }) => text));

/** What is kept of the quality of data: of records that were taken by office, and of all together. */
async function quality(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select concat_ws(' ', partner_id, day, office_id, records - refused) as line from intake.quality_days
        where office_id <> '-' and records <> refused
     union all select concat_ws(' ', partner_id, day, sum(records), sum(refused), sum(score_sum), sum(poor), sum(weak), sum(fair), sum(good))
        from intake.quality_days group by partner_id, day
     union all select concat_ws(' ', partner_id, day, code, severity, field, sum(records)) from intake.quality_day_findings
        group by partner_id, day, code, severity, field having sum(records) <> 0
     order by 1`,
  );
  return rows.map(({ line }) => line);
}

/** As many rows as before; those of the quality of data, which are of offices now, sum up to what they were. */
async function expectAllKept(client: pg.Client): Promise<void> {
  const kept = new Map([...copied].filter(([table]) => !table.startsWith('intake.quality_day')));
  expect(await tableCounts(client, kept.keys())).toEqual(kept);
  expect(await quality(client)).toEqual(await connected(present.url(), quality));
}

describe('A database of an older version, with a demo in it,', () => {
  it('is brought to the present shape, keeps every row, and its figures are those of its ledger', async () => {
    const url = await newDatabase(nameOf(older));
    expect((await migrateDatabase(url, { now: END })).applied).toBe((await countMigrations()) - OLDER);
    await connected(url, async (client) => {
      expect(copied.get('consignment.consignments')).toBeGreaterThan(40);
      // Quality is given to its offices, which are other rows.
      await expectAllKept(client);
      expect(await strayIndexes(client)).toEqual([]);
      expect(await shape(client)).toEqual(await connected(present.url(), shape));
    });

    await closeConnections();
    setDatabaseUrl(url);
    const { rows: days } = await connected(url, (client) =>
      client.query<{ day: string }>('select distinct received_on::text as day from consignment.consignments'),
    );
    // Hours were not kept before: the job fills the cubes that tell them from the ledger, and all is as if they had been.
    expect(await fillCubes(SYSTEM_ACTOR, new AbortController().signal)).toBeGreaterThan(0);
    while ((await foldContributions(SYSTEM_ACTOR)) > 0);
    for (const { day } of days) {
      const { differences, disagreeingCubes } = await checkStatistics(SYSTEM_ACTOR, day);
      expect({ differences, disagreeingCubes }).toEqual({ differences: [], disagreeingCubes: [] });
    }
    const next = await runDemo({ consignments: 40, days: 3, endAt: END, seed: 2 }, () => undefined);
    expect(next.submissions).toBeGreaterThan(0);
    await closeConnections();
    setDatabaseUrl(present.url());
  });

  it('counts under marketplaces, users of scheme numbers and senders what older versions did not, once, and leaves nothing behind', async () => {
    const url = await newDatabase(nameOf(older));
    await connected(url, async (client) => {
      const history = `select concat_ws(' ', kind, key, day, consignments, value_minor, gifts, examined, findings) as line
        from risk.party_days where consignments <> 0 or value_minor <> 0 or gifts <> 0 order by 1`;
      const customs = `select concat_ws(' ', kind, key, day, customs_minor) as line from risk.party_days where customs_minor <> 0 order by 1`;
      const lines = async (of: pg.Client, what = history) =>
        (await of.query<{ line: string }>(what)).rows.map(({ line }) => line);
      const customsKept = await connected(present.url(), (now) => lines(now, customs));
      expect(customsKept.length).toBeGreaterThan(5);
      const counted = await lines(client);
      for (const kind of ['marketplace', 'recipient_sender', 'address_sender']) {
        expect(counted.filter((line) => line.startsWith(`${kind} `)).length, kind).toBeGreaterThan(5);
      }
      // As versions counted that knew no marketplace, and that took every sender for a user of its own.
      await client.query(`delete from risk.party_days where kind in ('marketplace', 'scheme_sender')`);
      await client.query(`delete from risk.party_days where kind in ('recipient_sender', 'address_sender')`);
      await client.query(`insert into risk.party_days select 'scheme_sender', scheme_id || '|' || sender_key, received_on, 1, 1, 0, 0, 0
        from consignment.consignments where scheme_id is not null on conflict do nothing`);
      await migrateDatabase(url, { now: END });
      expect(await lines(client)).toEqual(counted);
      // Of which older versions kept nothing.
      expect(await lines(client, customs)).toEqual(customsKept);

      await client.query(`update risk.party_days set consignments = consignments + 1 where kind = 'marketplace'`);
      const later = await lines(client);
      await migrateDatabase(url, { now: END });
      expect(await lines(client)).toEqual(later);
      await client.query(`update drizzle.data_steps set finished_at = null, reached_on = null`);
      await client.query(`update clearance.clearances set status = 'withdrawn'`);
      await migrateDatabase(url, { now: END });
      expect(
        (await lines(client)).filter((line) => /^(marketplace|scheme|recipient_sender|address_sender)/.test(line)),
      ).toEqual([]);
      expect(await lines(client, customs)).toEqual([]);
    });
  });

  it('goes on where it was killed between two migrations', async () => {
    const url = await newDatabase(nameOf(older));
    const expected = await countMigrations();
    await connected(url, async (watcher) => {
      // What a migration in the middle wants to change is held by somebody else, so that the process stands there when it is killed.
      await connected(url, async (holder) => {
        await holder.query('begin; lock table intake.submissions in access share mode');
        const migrating = startMigrating(url);
        await until(async () => {
          const { rows } = await watcher.query(
            `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
               and query ilike '%"intake"."submissions"%'`,
          );
          return rows.length > 0;
        });
        migrating.kill('SIGKILL');
        await once(migrating, 'exit');
        const applied = await countApplied(watcher);
        expect(applied).toBeGreaterThan(OLDER);
        expect(applied).toBeLessThan(expected);
        await holder.query('rollback');
      });
      const before = await countApplied(watcher);
      const results = await Promise.all([migrateDatabase(url, { now: END }), migrateDatabase(url, { now: END })]);
      expect(results.reduce((sum, { applied }) => sum + applied, 0)).toBeLessThanOrEqual(expected - before);
      expect(await countApplied(watcher)).toBe(expected);
      expect(await strayIndexes(watcher)).toEqual([]);
      await expectAllKept(watcher);
      expect(await shape(watcher)).toEqual(await connected(present.url(), shape));
    });
  });

  it('makes an index anew that was half made when the process was killed', async () => {
    const url = await newDatabase(nameOf(older));
    await connected(url, async (client) => {
      const { rows } = await client.query<{ name: string; partition: string }>(
        `select 'consignments_sender_' || c.oid as name, c.oid::regclass::text as partition from pg_inherits i
           join pg_class c on c.oid = i.inhrelid
          where i.inhparent = 'consignment.consignments'::regclass and pg_relation_size(c.oid) > 0`,
      );
      const [half] = rows;
      await client.query(`create index "${half?.name}" on ${half?.partition} (sender_key)`);
      await client.query('update pg_index set indisvalid = false where indexrelid = $1::regclass', [
        `consignment."${half?.name}"`,
      ]);
      await migrateDatabase(url, { now: END });
      expect(await strayIndexes(client)).toEqual([]);
      expect(await shape(client)).toEqual(await connected(present.url(), shape));
    });
  });
});

function startMigrating(url: string): ChildProcess {
  const code = `import('./db/migrate.ts').then(({ migrateDatabase }) => migrateDatabase(process.env.DATABASE_URL ?? ''))`;
  return spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', '--input-type=module', '--eval', code],
    { env: { ...process.env, DATABASE_URL: url }, stdio: 'ignore' },
  );
}

/** Waits until something holds; the test's own limit ends a wait that never does. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(50);
}
