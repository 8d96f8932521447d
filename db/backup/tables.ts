import type { ClientBase } from 'pg';

export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly string[] };

export const quoted = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string => `"${schema}"."${name}"`;
export const columnsOf = ({ columns }: Pick<Table, 'columns'>): string => columns.map((name) => `"${name}"`).join(', ');

/**
 * Every table of the product, found in the catalogue so that a new one needs no entry anywhere: a partitioned one as a whole, and what
 * is pointed at before what points at it. Not the list of migrations, which the migrations themselves write.
 * @throws Error where tables point at each other in a ring, which no order fills
 */
export async function findTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
       and c.relname <> '__drizzle_migrations'
     group by 1, 2 order by 1, 2`);
  const pointing = await client.query<{ from: string; to: string }>(`
    select distinct quote_ident(fn.nspname) || '.' || quote_ident(f.relname) as from,
           quote_ident(tn.nspname) || '.' || quote_ident(t.relname) as to
      from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
      join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
     where k.contype = 'f' and k.conrelid <> k.confrelid`);
  const plain = ({ schema, name }: Table) => `${schema}.${name}`;
  const ordered: Table[] = [];
  let left = rows;
  while (left.length > 0) {
    const waiting = new Set(left.map(plain));
    const free = left.filter(
      (table) => !pointing.rows.some(({ from, to }) => from === plain(table) && waiting.has(to)),
    );
    if (free.length === 0) throw new Error(`Tables point at each other in a ring: ${[...waiting].join(', ')}.`);
    ordered.push(...free);
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}

/** Says how rows are written as text, so that two servers write the same row alike. */
export const SAME_TEXT = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local statement_timeout = 0`;

/** How many rows a table has, and the sum of a hash of each: equal for the same rows in any order. Reads the whole table. */
export async function countAndSum(client: ClientBase, table: Table): Promise<{ rows: number; sum: string }> {
  const { rows } = await client.query<{ rows: string; sum: string }>(`
    select count(*)::text as rows, coalesce(sum(hashtextextended(row(${columnsOf(table)})::text, 0)::numeric), 0)::text as sum
      from ${quoted(table)}`);
  return { rows: Number(rows[0]?.rows ?? 0), sum: rows[0]?.sum ?? '0' };
}
