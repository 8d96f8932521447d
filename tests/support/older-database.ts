import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableColumns } from 'drizzle-orm';
import pg from 'pg';
import { ensureMonthPartitions, partitionWindow } from '@/db/partitions';
import { applyMigration, MIGRATIONS_FOLDER, pendingMigrations } from '@/db/pending-migrations';
import { cells } from '@/db/schema';
import { MEASURES } from '@/lib/statistics/contributions';

/** A folder that holds the first migrations only, as an older version shipped them. */
export async function olderMigrations(count: number): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'luxor-older-'));
  await cp(MIGRATIONS_FOLDER, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal: { entries: unknown[] } = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Brings an empty database to where an older version left one, with the months around an instant. */
export async function migrateAsBefore(client: pg.Client, count: number, at: Date): Promise<void> {
  const { folder, remove } = await olderMigrations(count);
  try {
    for (const migration of await pendingMigrations(client, folder)) await applyMigration(client, migration);
    const { fromOn, toOn } = partitionWindow(at);
    await ensureMonthPartitions(client, fromOn, toOn);
  } finally {
    await remove();
  }
}

/** Own tables with the columns that take values, partitions left out. */
async function columnsOf(client: pg.Client): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as table, array_agg(quote_ident(a.attname) order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'drizzle')
        and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      group by 1`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

/**
 * Copies what one database holds into an older one, as far as the older one has a place for it: tables and columns it knows.
 * Gives the rows of each table copied.
 */
export async function copyWhatItKnows(from: pg.Client, older: pg.Client): Promise<ReadonlyMap<string, number>> {
  const [now, before] = [await columnsOf(from), await columnsOf(older)];
  const copied = new Map<string, number>();
  await older.query(`set session_replication_role = 'replica'`);
  for (const [table, columns] of before) {
    const known = columns.filter((column) => now.get(table)?.includes(column));
    const { rows } = await from.query<{ row: string }>(
      `select to_jsonb(t)::text as row from (${heldBefore(table, known)}) as t`,
    );
    copied.set(table, rows.length);
    if (rows.length === 0) continue;
    await older.query(
      `insert into ${table} (${known.join(', ')}) overriding system value
       select ${known.join(', ')} from unnest($1::jsonb[]) as sent(row), jsonb_populate_record(null::${table}, sent.row)`,
      [rows.map(({ row }) => row)],
    );
  }
  await older.query(`set session_replication_role = 'origin'`);
  return copied;
}

/** The rows of a table as a version kept them that knew these columns of it. */
function heldBefore(table: string, known: readonly string[]): string {
  if (table === 'statistics.cells') return addedUp(known);
  // Quality was kept of all offices together.
  if (QUALITY.has(table) && !known.includes('office_id')) {
    const keys = known.filter((column) => QUALITY_KEYS.has(column));
    const told = known
      .filter((column) => !QUALITY_KEYS.has(column))
      .map((column) => `${column === 'example' ? 'max' : 'sum'}(${column}) as ${column}`);
    return `select ${[...keys, ...told].join(', ')} from ${table} group by ${keys.join(', ')}`;
  }
  return `select ${known.join(', ')} from ${table}`;
}

const QUALITY: ReadonlySet<string> = new Set(['intake.quality_days', 'intake.quality_day_findings']);
const QUALITY_KEYS: ReadonlySet<string> = new Set(['partner_id', 'day', 'code', 'severity', 'field']);

/** Cells as a version kept them that knew fewer dimensions: those it did not tell apart, together. */
function addedUp(known: readonly string[]): string {
  const measures: ReadonlySet<string> = new Set(MEASURES.map((measure) => getTableColumns(cells)[measure].name));
  const dimensions = known.filter((column) => !measures.has(column));
  const sums = known.filter((column) => measures.has(column)).map((column) => `sum(${column}) as ${column}`);
  return `select ${[...dimensions, ...sums].join(', ')} from statistics.cells where hour = '*' or cube = 'fine'
    group by ${dimensions.join(', ')}`;
}

/** Runs something on a connection of its own. */
export async function connected<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
