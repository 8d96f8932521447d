import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { exchangeMatchHits } from '@/db/schema';
import { ERASED_MARK } from '@/lib/privacy/codes';
import type { Erasing } from '@/lib/privacy/column';
import { ERASED_TABLES, type ErasedTable } from '@/lib/privacy/columns';

/** Names and conditions come from the register and of nowhere else. */
const name = (text: string): SQL => sql.raw(text);
/** Some are words of SQL, as `values` is. */
const quoted = (column: string): SQL => sql.raw(`"${column}"`);
const literal = (text: string): SQL => sql.raw(`'${text.replaceAll("'", "''")}'`);
const path = (steps: readonly string[]): SQL => literal(`{${steps.join(',')}}`);
const MARK = literal(ERASED_MARK);
const MARK_JSON = sql`${literal(JSON.stringify(ERASED_MARK))}::jsonb`;

/** A stored object with the mark in some places, where there is something to mark. */
function withMarks(from: SQL, places: readonly (readonly string[])[]): SQL {
  return places.reduce<SQL>(
    (object, place) =>
      sql`case when ${object} #>> ${path(place)} is null then ${object} else jsonb_set(${object}, ${path(place)}, ${MARK_JSON}, false) end`,
    from,
  );
}

/** What a column holds after it was erased, from what it holds. */
function erasedValue({ row }: ErasedTable, column: string, erasing: Erasing): SQL {
  const own = quoted(column);
  if (erasing === 'nothing') return sql`null`;
  if (erasing === 'blank') return sql`''`;
  if (erasing === 'emptied') return sql`'[]'::jsonb`;
  if (erasing === 'mark') return sql`case when ${own} is null then null else ${MARK} end`;
  if (erasing === 'unlinked') return sql`case when ${own} is null then null else 'erased:' || ${name(row)}::text end`;
  if ('without' in erasing) return erasing.without.reduce<SQL>((object, key) => sql`${object} - ${literal(key)}`, own);
  if ('marked' in erasing)
    return withMarks(
      own,
      erasing.marked.map((key) => [key]),
    );
  const entry = sql.raw('entry');
  const changed =
    'eachWithout' in erasing
      ? erasing.eachWithout.reduce<SQL>((object, key) => sql`${object} - ${literal(key)}`, entry)
      : withMarks(entry, erasing.eachMarked);
  const chosen =
    'eachMarked' in erasing && erasing.ofField !== undefined
      ? sql`case when ${entry} ->> 'field' = ${literal(erasing.ofField)} then ${changed} else ${entry} end`
      : changed;
  return sql`case when ${own} is null then null else coalesce((select jsonb_agg(${chosen} order by place)
    from jsonb_array_elements(${own}) with ordinality as entries(entry, place)), '[]'::jsonb) end`;
}

/**
 * Erases the personal data of some consignments in every table that the register of columns names, one statement a table. Figures, codes,
 * versions and decisions stay as they are; that a consignment met the identifier another administration asked for goes whole. For who has authorised, and found that they are due.
 */
export async function eraseColumns(
  tx: Tx,
  rows: readonly { readonly consignmentId: string; readonly receivedOn: string }[],
): Promise<void> {
  const ids = sql`${sql.param(rows.map(({ consignmentId }) => consignmentId))}::uuid[]`;
  const days = sql`${sql.param([...new Set(rows.map(({ receivedOn }) => receivedOn))])}::date[]`;
  await tx.execute(sql`delete from ${exchangeMatchHits} where consignment_id = any(${ids})`);
  for (const table of ERASED_TABLES) {
    const sets = table.columns.map(
      ([column, erasing]) => sql`${quoted(column)} = ${erasedValue(table, column, erasing)}`,
    );
    await tx.execute(sql`update ${name(table.table)} set ${sql.join(sets, sql`, `)}
      where ${name(table.consignment)} = any(${ids}) ${table.isByMonth ? sql`and received_on = any(${days})` : sql``}
        ${table.only === undefined ? sql`` : sql`and ${name(table.only)}`}`);
  }
}
