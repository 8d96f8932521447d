import { sql } from 'drizzle-orm';
import pg from 'pg';
import { addMeasures, dimensionColumns } from '@/db/commands/statistics/cube-sql';
import { rebuildCubes } from '@/db/commands/statistics/fill-cubes';
import { checkStatistics } from '@/db/commands/statistics/recompute';
import { insertSet } from '@/db/insert-set';
import { cells } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** Tables of a consignment, parents first. */
const TABLES = [
  'consignment.identities',
  'consignment.consignments',
  'consignment.versions',
  'consignment.items',
  'consignment.parties',
  'risk.assessments',
  'risk.profile_facts',
  'risk.profile_hits',
  'risk.model_scores',
  'risk.selections',
  'clearance.clearances',
  'clearance.examinations',
  'clearance.events',
] as const;
/** What a copy takes from another consignment, so that copies meet in other cells than their originals. */
const MIXED: Readonly<Partial<Record<(typeof TABLES)[number], readonly string[]>>> = {
  'consignment.items': ['commodity_code', 'origin_country', 'value_minor', 'duty_minor', 'vat_minor', 'net_mass_g'],
  'consignment.consignments': ['marketplace', 'dispatch_country', 'transaction_type'],
};

/**
 * Makes the ledger hold `wanted` consignments by copying those that are there, set-wise: new identities, the same days, officers'
 * decisions included, goods and marketplaces mixed anew; a day's rows lie beside each other, as intake writes them. Then the
 * statistics are computed from the ledger by the product's own function. Gives the days that have consignments.
 */
export async function multiplyLedger(databaseUrl: string, wanted: number): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`set synchronous_commit = off; set work_mem = '256MB'`);
    await client.query(`
      create temp table base as
        select consignment_id as id, received_on as day, row_number() over (order by consignment_id) - 1 as n
        from consignment.identities;
      create index on base (id); create index on base (n); analyze base`);
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from base');
    const originals = rows[0]?.count ?? 0;
    const copies = Math.ceil(wanted / originals) - 1;
    for (let copy = 1; copy <= copies; copy += 1) {
      const most = copy === copies ? wanted - originals * copy : originals;
      for (const table of TABLES) await client.query(await copyStatement(client, table, copy, originals, most));
    }
    for (const table of TABLES) await client.query(`vacuum analyze ${table}`);
    const days = await client.query<{ day: string }>('select distinct day::text from base order by day');
    for (const { day } of days.rows) await fillDay(day);
    await client.query('vacuum analyze statistics.cells');
    return days.rows.map(({ day }) => day);
  } finally {
    await client.end();
  }
}

async function copyStatement(
  client: pg.Client,
  table: (typeof TABLES)[number],
  copy: number,
  originals: number,
  most: number,
): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const mixed = MIXED[table] ?? [];
  const taken = (name: string) => {
    if (name === 'consignment_id') return `md5(t.consignment_id::text || ':${originals}:${copy}')::uuid`;
    if (name === 'reference') return `t.reference || '-${originals}-${copy}'`;
    if (name === 'event_id') return 'gen_random_uuid()';
    return mixed.includes(name) ? `coalesce(donor.${name}, t.${name})` : `t.${name}`;
  };
  const names = rows.map(({ name }) => name);
  const sameDay = names.includes('received_on') ? 'and t.received_on = b.day' : '';
  const donor = `left join base as other on other.n = (b.n * 7919 + ${copy} * 104729) % ${originals}
    left join ${table} as donor on donor.consignment_id = other.id and donor.received_on = other.day
    ${names.includes('item_number') ? 'and donor.item_number = t.item_number' : ''}`;
  return `insert into ${table} (${names.join(', ')})
    select ${names.map(taken).join(', ')} from base as b
    join ${table} as t on t.consignment_id = b.id ${sameDay}
    ${mixed.length > 0 ? donor : ''} where b.n < ${most}
    order by b.day`;
}

async function fillDay(day: string): Promise<void> {
  const { differences } = await checkStatistics(SYSTEM_ACTOR, day);
  await inTransaction(
    async (tx) => {
      await insertSet(
        tx,
        cells,
        differences.map((cell) => ({ cube: 'fine', ...cell })),
        sql`on conflict (cube, ${dimensionColumns}) do update set ${addMeasures}`,
      );
      await rebuildCubes(tx, day);
    },
    { statementTimeoutMs: 600_000 },
  );
}
