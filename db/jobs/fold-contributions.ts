import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import { cells, contributions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { DIMENSIONS, MEASURES } from '@/lib/statistics/contributions';
import { CUBES } from '@/lib/statistics/cubes';

const ROWS_PER_FOLD = 20_000;

const column = (key: keyof ReturnType<typeof getTableColumns<typeof contributions>>) =>
  sql.identifier(getTableColumns(contributions)[key].name);
const list = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);

/** Folds waiting contributions into every cube, one statement a portion: a reader sees each row in one place or the other. */
export async function foldContributions(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const folded = await inTransaction(async (tx) => (await tx.execute<{ moved: number }>(FOLD)).rows[0]?.moved ?? 0, {
      statementTimeoutMs: 120_000,
    });
    if (folded < ROWS_PER_FOLD) return;
  }
}

const names = list(DIMENSIONS.map((dimension) => sql`${column(dimension)}`));
const measures = list(MEASURES.map((measure) => sql`${column(measure)}`));
const sets = list(
  Object.values(CUBES).map((kept) => sql`(${list(kept.map((dimension) => sql`${column(dimension)}`))})`),
);
/** The dimensions a cube leaves out have left their grouping set; `grouping` says so, a null would not. */
const cubeName = sql`case ${sql.join(
  Object.entries(CUBES).map(([cube, kept]) => {
    const bits = DIMENSIONS.map((dimension) => ((kept as readonly string[]).includes(dimension) ? '0' : '1')).join('');
    return sql`when grouping(${names}) = ${sql.raw(String(Number.parseInt(bits, 2)))} then ${sql.raw(`'${cube}'`)}`;
  }),
  sql` `,
)} end`;
const members = list(
  DIMENSIONS.map((dimension) =>
    dimension === 'releaseBucket'
      ? sql`case when grouping(${column(dimension)}) = 1 then -2 else ${column(dimension)} end`
      : dimension === 'day'
        ? sql`${column(dimension)}`
        : sql`case when grouping(${column(dimension)}) = 1 then '*' else ${column(dimension)} end`,
  ),
);

const FOLD = sql`
  with moved as (
    delete from ${contributions} where id in (select id from ${contributions} limit ${sql.raw(String(ROWS_PER_FOLD))})
    returning *
  ), folded as (
    insert into ${cells} (cube, ${names}, ${measures})
    select ${cubeName}, ${members}, ${list(MEASURES.map((measure) => sql`sum(${column(measure)})`))}
    from moved group by grouping sets (${sets})
    on conflict (cube, ${names}) do update set
      ${list(MEASURES.map((measure) => sql`${column(measure)} = cells.${column(measure)} + excluded.${column(measure)}`))}
    returning 1
  )
  select (select count(*) from moved)::int as moved, (select count(*) from folded)::int as folded`;
