import { setImmediate as nextTurn } from 'node:timers/promises';
import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { from } from 'pg-copy-streams';
import type { Tx } from './connection';
import { clientOf } from './transaction';

/** New rows of one table, made when their turn comes. */
export type NewRows = { readonly table: PgTable; readonly rows: () => readonly Readonly<Record<string, unknown>>[] };

/** Rows turned into text without a pause, so that what the server asks for meanwhile is sent on. */
const ROWS_PER_TURN = 50;

/** Names a table with new rows for `copySets`. */
export function rowsInto<Table extends PgTable>(table: Table, rows: () => readonly InferInsertModel<Table>[]): NewRows {
  return { table, rows };
}

/** The same as `copySets` for one table. */
export async function copySet<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  await copySets(tx, [rowsInto(table, () => rows)]);
}

/**
 * Adds new rows by COPY: about twice as fast as `insertSet`, and for rows only that cannot be there already. Rows of a table must all
 * carry the same keys. Tables are filled in their order; the next one's rows are made while the server takes those of the one before.
 * @throws the error of the database, as an insert would
 */
export async function copySets(tx: Tx, sets: readonly NewRows[]): Promise<void> {
  let sending = Promise.resolve();
  try {
    for (const { table, rows } of sets) {
      const copied = await copyOf(table, rows());
      await sending;
      if (copied) sending = send(tx, copied);
      // It is waited for above or below; a fault in making the next text must not leave this one unheard.
      sending.catch(() => undefined);
    }
  } finally {
    await sending;
  }
}

type Copied = { readonly statement: string; readonly text: string };

async function copyOf(table: PgTable, rows: readonly Readonly<Record<string, unknown>>[]): Promise<Copied | null> {
  const first = rows[0];
  if (!first) return null;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => Object.hasOwn(first, key));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const { schema = 'public' } = getTableConfig(table);
  let text = '';
  for (let start = 0; start < rows.length; start += ROWS_PER_TURN) {
    if (start > 0) await nextTurn();
    text += toCopyText(rows.slice(start, start + ROWS_PER_TURN), columns);
  }
  return { statement: `copy "${schema}"."${getTableName(table)}" (${names}) from stdin`, text };
}

function send(tx: Tx, { statement, text }: Copied): Promise<void> {
  const stream = clientOf(tx).query(from(statement));
  const done = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', reject);
  });
  stream.end(text);
  return done;
}

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

type Columns = readonly (readonly [string, { readonly dataType: string }])[];

/** Rows in the text format of COPY: tabs between columns, `\N` for null, a backslash before what would be read as one of these. */
export function toCopyText(rows: readonly Readonly<Record<string, unknown>>[], columns: Columns): string {
  let text = '';
  for (const row of rows) {
    let separator = '';
    for (const [key, { dataType }] of columns) {
      text += separator + fieldOf(row[key], dataType);
      separator = '\t';
    }
    text += '\n';
  }
  return text;
}

function fieldOf(value: unknown, dataType: string): string {
  if (value === null || value === undefined) return '\\N';
  if (dataType === 'json') return escaped(JSON.stringify(value));
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escaped(arrayLiteral(value));
  return String(value);
}

const arrayLiteral = (values: readonly unknown[]) =>
  `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

const escaped = (text: string) =>
  SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (found) => ESCAPES[found] ?? found) : text;
