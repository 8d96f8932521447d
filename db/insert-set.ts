import { getTableColumns, getTableName, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './connection';

/** PostgreSQL refuses a message above 1 GB; far below it a statement of this many rows is no faster than two. */
const ROWS_PER_STATEMENT = 5_000;

/**
 * Inserts rows in one statement each few thousand, whatever the number of columns: the rows travel as one JSON parameter.
 * Every row must carry the same keys. `onConflict` is appended as is (`on conflict do nothing`). Gives the number of rows written.
 */
export async function insertSet<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
  onConflict: SQL = sql``,
): Promise<number> {
  const first = rows[0];
  if (!first) return 0;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => Object.hasOwn(first, key));
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const typed = sql.join(
    columns.map(([, column]) => sql`${sql.identifier(column.name)} ${sql.raw(column.getSQLType())}`),
    sql`, `,
  );
  let written = 0;
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const json = toJson(rows.slice(start, start + ROWS_PER_STATEMENT), columns);
    const { rowCount } = await tx.execute(
      sql`insert into ${table} (${names}) select ${names} from json_to_recordset(${json}::json) as t(${typed}) ${onConflict}`,
    );
    written += rowCount ?? 0;
  }
  return written;
}

type Columns = readonly (readonly [string, { readonly name: string }])[];

function toJson(rows: readonly Record<string, unknown>[], columns: Columns): string {
  const objects = rows.map((row) => {
    const object: Record<string, unknown> = {};
    for (const [key, column] of columns) {
      const value = row[key];
      object[column.name] = typeof value === 'bigint' ? value.toString() : value;
    }
    return object;
  });
  return JSON.stringify(objects);
}

/** `set a = excluded.a, …` for an upsert of the named columns. */
export function setExcluded<Table extends PgTable>(
  table: Table,
  keys: readonly (keyof InferInsertModel<Table> & string)[],
): SQL {
  const columns = getTableColumns(table) as Record<string, { name: string }>;
  return sql.join(
    keys.map((key) => {
      const name = columns[key]?.name ?? key;
      return sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`;
    }),
    sql`, `,
  );
}

/** `set a = table.a + excluded.a, …` for an upsert that adds the named columns up. */
export function addExcluded<Table extends PgTable>(
  table: Table,
  keys: readonly (keyof InferInsertModel<Table> & string)[],
): SQL {
  const columns = getTableColumns(table) as Record<string, { name: string }>;
  const own = sql.identifier(getTableName(table));
  return sql.join(
    keys.map((key) => {
      const name = sql.identifier(columns[key]?.name ?? key);
      return sql`${name} = ${own}.${name} + excluded.${name}`;
    }),
    sql`, `,
  );
}
