import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { from } from 'pg-copy-streams';
import type { Tx } from './connection';
import { clientOf } from './transaction';

/**
 * Adds new rows by COPY: about twice as fast as `insertSet`, and for rows only that cannot be there already. Every row must
 * carry the same keys. @throws the error of the database, as an insert would
 */
export async function copySet<Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly InferInsertModel<Table>[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => Object.hasOwn(first, key));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const { schema = 'public' } = getTableConfig(table);
  const stream = clientOf(tx).query(from(`copy "${schema}"."${getTableName(table)}" (${names}) from stdin`));
  const done = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', reject);
  });
  stream.end(toCopyText(rows, columns));
  await done;
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
