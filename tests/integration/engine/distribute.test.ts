import { readFileSync } from 'node:fs';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { useDatabase } from '../../support/database';

const SCRIPT = readFileSync('db/distribute.sql', 'utf8');
const PLACE =
  /^\s*\(\d+, '([a-z_.]+)', '(reference|distributed|coordinator)'(?:, '([a-z_0-9]+)', (?:null|'([a-z_.]+)'))?\)/gm;

const places = [...SCRIPT.matchAll(PLACE)].map(([, name = '', kind = '', key = null, beside = null]) => ({
  name,
  kind,
  key,
  beside,
}));
const distributed = places.filter(({ kind }) => kind === 'distributed');
const kindOf = new Map(places.map(({ name, kind }) => [name, kind]));

/** What the script asks of Citus, with the refusals of Citus that a catalogue can tell of. */
const STAND_INS = `
  create table pg_dist_partition (logicalrelid regclass primary key, call text);
  create function refuse_foreign_keys(t regclass) returns void language plpgsql as $$ begin
    if exists (select from pg_constraint where contype = 'f' and t in (conrelid, confrelid)) then
      raise exception 'a foreign key stands against placing %', t;
    end if; end $$;
  create function create_reference_table(table_name regclass) returns void language plpgsql as $$ begin
    perform refuse_foreign_keys(table_name);
    insert into pg_dist_partition values (table_name, 'reference'); end $$;
  create function create_distributed_table(table_name regclass, distribution_column text, colocate_with text default 'default')
    returns void language plpgsql as $$ begin
      perform refuse_foreign_keys(table_name);
      if colocate_with <> 'none' and not exists (select from pg_dist_partition where logicalrelid = colocate_with::regclass) then
        raise exception '% is to lie beside what is not placed', table_name;
      end if;
      insert into pg_dist_partition values (table_name, distribution_column || ' ' || colocate_with); end $$;`;

const database = useDatabase();
const rowsOf = async <Row extends object>(client: Client, statement: string): Promise<Row[]> =>
  (await client.query<Row>(statement)).rows;
const foreignKeys = (client: Client) =>
  rowsOf<{ of: string; to: string; partitioned: boolean; definition: string }>(
    client,
    `select k.conrelid::regclass::text as of, k.confrelid::regclass::text as to, c.relkind = 'p' as partitioned,
       k.conname || ' ' || pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'f' and k.conparentid = 0 order by 1, 4`,
  );
const run = (client: Client) =>
  client.query(SCRIPT).catch((error) => client.query('rollback').then(() => Promise.reject(error)));

describe('The script that distributes the database', () => {
  it('gives every table of the schema one place', () => {
    const tables = Object.values(schema).flatMap((table) => {
      if (!(table instanceof PgTable)) return [];
      const { schema: home, name } = getTableConfig(table);
      return [`${home}.${name}`];
    });
    expect(places.map(({ name }) => name).sort()).toEqual(tables.sort());
  });

  it('keys each distributed table by a column of its primary key and of every unique index', async () => {
    const indexes = await database.owner((client) =>
      rowsOf<{ table: string; index: string; columns: string[]; isPrimary: boolean }>(
        client,
        `select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as index, i.indisprimary as "isPrimary",
           array(select attname::text from pg_attribute where attrelid = i.indrelid and attnum = any(i.indkey)) as columns
         from pg_index i where i.indisunique`,
      ),
    );
    for (const { name, key } of distributed) {
      const own = indexes.filter(({ table }) => table === name);
      expect(
        own.filter(({ isPrimary }) => isPrimary),
        name,
      ).toHaveLength(1);
      for (const { index, columns } of own) expect(columns, index).toContain(key);
    }
  });

  it('lays side by side only what is keyed by one type, and all of a consignment in one place', async () => {
    const columns = await database.owner((client) =>
      rowsOf<{ table: string; name: string; type: string }>(
        client,
        `select attrelid::regclass::text as table, attname as name, format_type(atttypid, atttypmod) as type
         from pg_attribute join pg_class c on c.oid = attrelid
         where attnum > 0 and not attisdropped and c.relkind in ('r', 'p') and not c.relispartition`,
      ),
    );
    const typeOf = (table: string, name: string | null) =>
      columns.find((column) => column.table === table && column.name === name)?.type;
    for (const { name, key, beside } of distributed) {
      expect(typeOf(name, key), name).toBeDefined();
      if (beside === null) continue;
      const neighbour = distributed.find((place) => place.name === beside);
      expect(neighbour?.beside, `${beside} is the first of its group`).toBeNull();
      expect(typeOf(name, key), name).toBe(typeOf(beside, neighbour?.key ?? null));
    }
    // A hold on a person is asked for wherever the person turns up: holds are few, and every node knows them.
    const known = new Set(['privacy.legal_holds']);
    const ofConsignments = columns.filter(({ name }) => name === 'consignment_id').map(({ table }) => table);
    for (const table of ofConsignments.filter((one) => !known.has(one))) {
      const place = distributed.find(({ name }) => name === table);
      expect(place?.key, table).toBe('consignment_id');
      expect(place?.beside ?? table).toBe('consignment.identities');
    }
  });

  it('meets no identity column, sequence or trigger, and no foreign key but to reference tables', async () => {
    await database.owner(async (client) => {
      const counted = `select attrelid::regclass::text as table, attname as name from pg_attribute a
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval%'`;
      const triggers = `select tgrelid::regclass::text as table, tgname as name from pg_trigger where not tgisinternal`;
      for (const statement of [counted, triggers]) {
        const found = await rowsOf<{ table: string; name: string }>(client, statement);
        expect(found.filter(({ table }) => kindOf.has(table))).toEqual([]);
      }
      const keys = await foreignKeys(client);
      expect(keys.filter(({ to, partitioned }) => partitioned || kindOf.get(to) !== 'reference')).toEqual([]);
    });
  });

  it('refuses to run without Citus, and changes nothing', async () => {
    await database.owner(async (client) => {
      const before = await foreignKeys(client);
      await expect(run(client)).rejects.toThrow('Citus is not installed');
      expect(await foreignKeys(client)).toEqual(before);
    });
  });
});

describe('Run against stand-ins for Citus, it', () => {
  beforeAll(() => database.owner((client) => client.query(STAND_INS)));
  // The script lets the role log in; roles belong to the whole server of the tests.
  afterAll(() => database.owner((client) => client.query('alter role luxor_app nologin')));

  it('names a table without a place', async () => {
    await database.owner(async (client) => {
      await client.query('create table policy.newcomer (id int primary key)');
      await expect(run(client)).rejects.toThrow('No place is given for policy.newcomer');
      await client.query('drop table policy.newcomer');
    });
  });

  it('places every table once, brings its foreign keys back, and passes over what is placed when run again', async () => {
    await database.owner(async (client) => {
      const before = await foreignKeys(client);
      expect(before.length).toBeGreaterThan(0);
      const placed = () =>
        rowsOf<{ name: string; call: string }>(
          client,
          'select logicalrelid::text as name, call from pg_dist_partition order by 1',
        );
      await run(client);
      const wanted = places
        .filter(({ kind }) => kind !== 'coordinator')
        .map(({ name, kind, key, beside }) => ({
          name,
          call: kind === 'reference' ? kind : `${key} ${beside ?? 'none'}`,
        }));
      expect(await placed()).toEqual(wanted.sort((a, b) => (a.name < b.name ? -1 : 1)));
      expect(await foreignKeys(client)).toEqual(before);
      await run(client);
      expect(await placed()).toHaveLength(wanted.length);
    });
  });
});
