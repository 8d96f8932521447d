import type { ClientBase } from 'pg';
import { withOwnerClient } from './connection';
import { logLine } from './log';

const LOCK_TIMEOUT_MS = 2_000;

type PartitionedTable = { schema: string; name: string };

/** Every table partitioned by range of `received_on` alone, found in the catalogue: a new one needs no entry anywhere. */
async function findMonthlyTables(client: ClientBase): Promise<PartitionedTable[]> {
  const { rows } = await client.query<PartitionedTable>(
    `select n.nspname as schema, c.relname as name
       from pg_partitioned_table p
       join pg_class c on c.oid = p.partrelid
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
      where p.partstrat = 'r' and p.partnatts = 1 and a.attname = 'received_on' and not c.relispartition
      order by 1, 2`,
  );
  return rows;
}

/** First days of the months from `fromOn` to `toOn` (`YYYY-MM-DD`, both inside), and of the one after. */
export function monthStarts(fromOn: string, toOn: string): string[] {
  const starts: string[] = [];
  let year = Number(fromOn.slice(0, 4));
  let month = Number(fromOn.slice(5, 7));
  for (;;) {
    const start = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    starts.push(start);
    if (start > toOn) return starts;
    year += month === 12 ? 1 : 0;
    month = (month % 12) + 1;
  }
}

const quoted = (schema: string, name: string): string => `"${schema}"."${name}"`;

/**
 * Makes the month partitions of every monthly table that are missing between two days, and the default partition.
 * Takes a connection of the owner. A month whose rows already lie in the default partition is left there, and named in the answer:
 * queries find them all the same. Waits at most two seconds for a lock, so that nobody queues behind it for longer.
 */
export async function ensureMonthPartitions(
  client: ClientBase,
  fromOn: string,
  toOn: string,
): Promise<{ made: number; leftInDefault: string[] }> {
  const starts = monthStarts(fromOn, toOn);
  const leftInDefault: string[] = [];
  let made = 0;
  await client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
  for (const { schema, name } of await findMonthlyTables(client)) {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass`,
      [quoted(schema, name)],
    );
    const present = new Set(rows.map((row) => row.name));
    if (!present.has(`${name}_default`)) {
      await client.query(
        `create table ${quoted(schema, `${name}_default`)} partition of ${quoted(schema, name)} default`,
      );
      made += 1;
    }
    for (const [index, start] of starts.slice(0, -1).entries()) {
      const partition = `${name}_${start.slice(0, 4)}_${start.slice(5, 7)}`;
      const end = starts[index + 1];
      if (present.has(partition) || end === undefined) continue;
      const { rowCount } = await client.query(
        `select 1 from ${quoted(schema, `${name}_default`)} where received_on >= $1 and received_on < $2 limit 1`,
        [start, end],
      );
      if (rowCount) {
        leftInDefault.push(`${schema}.${partition}`);
        continue;
      }
      await client.query(
        `create table ${quoted(schema, partition)} partition of ${quoted(schema, name)} for values from ('${start}') to ('${end}')`,
      );
      made += 1;
    }
  }
  await client.query('set lock_timeout = default');
  return { made, leftInDefault };
}

const monthsFrom = (now: Date, months: number): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 10);

/** The months that always have partitions: four back, for what the demo dates back, and two ahead. */
export const partitionWindow = (now: Date): { fromOn: string; toOn: string } => ({
  fromOn: monthsFrom(now, -4),
  toOn: monthsFrom(now, 2),
});

/** Job: makes the partitions of the coming months. The connection is the owner's, since the application may not make tables. */
export async function keepPartitionsAhead(now: Date = new Date()): Promise<void> {
  const { fromOn, toOn } = partitionWindow(now);
  const { leftInDefault } = await withOwnerClient((client) => ensureMonthPartitions(client, fromOn, toOn));
  if (leftInDefault.length > 0) logLine('warn', 'partitions.left-in-default', { tables: leftInDefault.join(' ') });
}
