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
  'revenue.demands',
  'revenue.postings',
] as const;
/** What a copy takes from another consignment, so that copies meet in other cells than their originals. */
const MIXED: Readonly<Partial<Record<(typeof TABLES)[number], readonly string[]>>> = {
  'consignment.items': ['commodity_code', 'origin_country', 'value_minor', 'duty_minor', 'vat_minor', 'net_mass_g'],
  'consignment.consignments': ['marketplace', 'dispatch_country', 'transaction_type'],
};

/** What is copied: everything, or what waits for an officer and is in nobody's hands. */
const FROM = {
  all: 'consignment.identities',
  free: `clearance.clearances where status = 'selected' and claimed_by is null and open_referrals = 0
    and open_holds = 0 and snoozed_until is null and answered_for is null`,
} as const;

/**
 * Makes the ledger hold `wanted` consignments by copying those that are there, set-wise: new identities, the same days, officers'
 * decisions included, goods and marketplaces mixed anew, a day's rows beside each other as intake writes them; or, of what is free to
 * be taken alone, `wanted` of those. Then the statistics are computed from the ledger by the product's own function. Gives the days
 * that have consignments.
 */
export async function multiplyLedger(
  databaseUrl: string,
  wanted: number,
  only: 'all' | 'free' = 'all',
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`set synchronous_commit = off; set work_mem = '256MB'`);
    await client.query(`
      create temp table base as
        select consignment_id as id, received_on as day, row_number() over (order by consignment_id) - 1 as n
        from ${FROM[only]};
      create index on base (id); create index on base (n); analyze base`);
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from base');
    const originals = rows[0]?.count ?? 0;
    if (originals === 0) throw new Error(`There is nothing ${only} to copy.`);
    const copies = Math.ceil(wanted / originals) - 1;
    for (let copy = 1; copy <= copies; copy += 1) {
      const most = copy === copies ? wanted - originals * copy : originals;
      for (const table of TABLES) await client.query(await copyStatement(client, table, copy, originals, most));
    }
    await client.query(ADD_UP_ACCOUNTS);
    for (const table of TABLES) await client.query(`vacuum analyze ${table}`);
    const days = await client.query<{ day: string }>('select distinct day::text from base order by day');
    for (const { day } of days.rows) await fillDay(day);
    await client.query('vacuum analyze statistics.cells');
    return days.rows.map(({ day }) => day);
  } finally {
    await client.end();
  }
}

/** The column that names the consignment. */
const idOf = (table: (typeof TABLES)[number]) => (table === 'revenue.postings' ? 'subject_id' : 'consignment_id');

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
    if (name === idOf(table)) return `md5(t.${idOf(table)}::text || ':${originals}:${copy}')::uuid`;
    if (name === 'reference') return `t.reference || '-${originals}-${copy}'`;
    if (name === 'event_id' || name === 'posting_id') return 'gen_random_uuid()';
    return mixed.includes(name) ? `coalesce(donor.${name}, t.${name})` : `t.${name}`;
  };
  const names = rows.map(({ name }) => name);
  const sameDay = names.includes('received_on') ? 'and t.received_on = b.day' : '';
  const donor = `left join base as other on other.n = (b.n * 7919 + ${copy} * 104729) % ${originals}
    left join ${table} as donor on donor.consignment_id = other.id and donor.received_on = other.day
    ${names.includes('item_number') ? 'and donor.item_number = t.item_number' : ''}`;
  return `insert into ${table} (${names.join(', ')})
    select ${names.map(taken).join(', ')} from base as b
    join ${table} as t on t.${idOf(table)} = b.id ${sameDay}
    ${mixed.length > 0 ? donor : ''} where b.n < ${most}
    order by b.day`;
}

/** Days of accounts from the postings there are now. */
const ADD_UP_ACCOUNTS = `
  delete from revenue.account_days;
  insert into revenue.account_days
    (account_id, contra_id, booked_on, kind, charge, currency, debit_minor, credit_minor, postings)
  select account_id, contra_id, booked_on, kind, charge, currency, coalesce(sum(amount_minor) filter (where amount_minor > 0), 0),
    coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0), count(*)
  from revenue.postings group by 1, 2, 3, 4, 5, 6`;

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
