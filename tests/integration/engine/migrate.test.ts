import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { withOwnerClient } from '@/db/connection';
import { migrateDatabase } from '@/db/migrate';
import { ensureMonthPartitions } from '@/db/partitions';
import { countMigrations } from '@/db/pending-migrations';

const name = `luxor_test_${process.pid}_${randomBytes(4).toString('hex')}`;
let url = '';

const onServer = async (statement: string) => {
  const client = new pg.Client({ connectionString: inject('testServer').url });
  await client.connect();
  await client.query(statement);
  await client.end();
};

/** Tables, columns, indexes and rights as text, to compare two states of the database. */
const describeDatabase = () =>
  withOwnerClient(async (client) => {
    const columns = await client.query(
      `select table_schema, table_name, column_name, data_type, is_nullable from information_schema.columns
        where table_schema not in ('pg_catalog', 'information_schema') order by 1, 2, ordinal_position`,
    );
    const indexes = await client.query(`select indexdef from pg_indexes where schemaname !~ '^pg_' order by 1`);
    const rights = await client.query(
      `select table_schema, table_name, privilege_type from information_schema.role_table_grants
        where grantee = 'luxor_app' order by 1, 2, 3`,
    );
    return [columns.rows, indexes.rows, rights.rows];
  }, url);

beforeAll(async () => {
  await onServer(`create database ${name}`);
  const address = new URL(inject('testServer').url);
  address.pathname = `/${name}`;
  url = address.toString();
});
afterAll(() => onServer(`drop database ${name} with (force)`));

describe('migrateDatabase', () => {
  it('brings an empty database to the present state, from three processes at once', async () => {
    const results = await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
    expect(results.reduce((sum, result) => sum + result.applied, 0)).toBe(await countMigrations());
  });

  it('changes nothing the second time', async () => {
    const before = await describeDatabase();
    expect(await migrateDatabase(url)).toEqual({ applied: 0 });
    expect(await describeDatabase()).toEqual(before);
  });

  it('refuses a database that a newer version has used', async () => {
    const insert = `insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`;
    await withOwnerClient((client) => client.query(insert), url);
    await expect(migrateDatabase(url)).rejects.toThrow('newer version');
    await withOwnerClient(
      (client) => client.query(`delete from drizzle.__drizzle_migrations where hash = 'later'`),
      url,
    );
  });

  it('notices a migration that was passed over', async () => {
    await withOwnerClient(async (client) => {
      await client.query(
        `delete from drizzle.__drizzle_migrations where id = (select min(id) from drizzle.__drizzle_migrations)`,
      );
      const { rows } = await client.query<{ count: number }>(
        'select count(*)::int as count from drizzle.__drizzle_migrations',
      );
      if ((rows[0]?.count ?? 0) > 0) await expect(migrateDatabase(url)).rejects.toThrow('passed over');
    }, url);
  });
});

describe('ensureMonthPartitions', () => {
  it('adds missing months once, and leaves a month alone whose rows are in the default partition', async () => {
    await withOwnerClient(async (client) => {
      await client.query(
        'create table public.probe (id int, received_on date not null) partition by range (received_on)',
      );
      expect((await ensureMonthPartitions(client, '2020-11-05', '2021-01-05')).leftInDefault).toEqual([]);
      expect(await ensureMonthPartitions(client, '2020-11-05', '2021-01-05')).toEqual({ made: 0, leftInDefault: [] });

      await client.query(`insert into public.probe values (1, '2020-12-31'), (2, '2021-03-01')`);
      const { leftInDefault } = await ensureMonthPartitions(client, '2021-02-01', '2021-03-31');
      expect(leftInDefault).toEqual(['public.probe_2021_03']);
      const { rows } = await client.query(`select tableoid::regclass::text as partition from public.probe order by id`);
      expect(rows).toEqual([{ partition: 'probe_2020_12' }, { partition: 'probe_default' }]);
    }, url);
  });
});
