import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { daysBetween } from '@/lib/kernel/dates';
import type { Measure } from '@/lib/statistics/contributions';
import { type ExploredFigure, partsOf } from '@/lib/statistics/explored-figures';
import { CLOSED_MEMBERS, type Resolved } from '@/lib/statistics/filter';
import { type Pivot, type PivotCell, pivotOf } from '@/lib/statistics/pivot';
import {
  type Axis,
  axesOf,
  COLUMNS_MAX,
  dimensionOf,
  isOrdered,
  measuresOf,
  type Order,
  type Question,
} from '@/lib/statistics/question';
import { cellSource, column } from './cell-source';

type Row = {
  period: 0 | 1;
  row_member: string | null;
  column_member: string | null;
  row_place: number;
  column_place: number;
  row_members: number;
  column_members: number;
} & Record<string, unknown>;

/**
 * Answers a question in one statement, from the smallest cube that has its dimensions: all members are put in order, the first are told
 * one by one and the others together, so that rows and columns sum to the whole. The cost is that of the cube's days, not of the consignments.
 * @throws NotFoundError when an asked office is not the actor's
 */
export async function getPivot(actor: Actor, question: Question, resolved: Resolved): Promise<Pivot> {
  authorise(actor, 'statistics.read');
  const { period, previous } = resolved;
  const measures = measuresOf(question);
  const source = cellSource(actor, question.filter, {
    periods: previous ? [period, previous] : [period],
    dimensions: axesOf(question),
    measures,
  });
  const sums = measures.map((measure) => sql`sum(${column(measure)}) as ${column(measure)}`);
  const isThere = measures.includes('withdrawn') ? sql`sum(items) <> 0 or sum(withdrawn) <> 0` : sql`sum(items) <> 0`;
  const { rows: axis, columns, order, top } = question;
  const down = isOrdered(axis) ? 100_000 : top;
  const across = columns && isOrdered(columns) ? 100_000 : COLUMNS_MAX;
  const first = question.figures[0] ?? 'consignments';
  const largest: Order = { key: 'figure', figure: first, at: null, isAscending: false };
  const { rows } = await db().execute<Row>(sql`
    with cell as materialized (
      select period, ${memberOf(axis, resolved)} as row_member, ${columns ? memberOf(columns, resolved) : sql`''`} as column_member,
        ${sql.join(sums, sql`, `)}
      from ${source} group by 1, 2, 3
    ), row_order as (
      select row_member, row_number() over (order by ${placeOf(axis, order, sql`row_member`, sql`column_member`)}, row_member) as row_place
      from cell group by row_member having ${isThere}
    ), column_order as (
      select column_member, row_number() over (order by ${
        columns && isOrdered(columns)
          ? namePlaceOf(columns, sql`column_member`)
          : placeOf(columns ?? 'time', largest, sql`column_member`, sql`row_member`)
      }, column_member) as column_place
      from cell group by column_member having ${isThere}
    )
    select period, case when row_place <= ${down} then row_member end as row_member,
      case when column_place <= ${across} then column_member end as column_member,
      min(row_place)::int as row_place, min(column_place)::int as column_place,
      (select count(*) from row_order)::int as row_members, (select count(*) from column_order)::int as column_members,
      ${sql.join(
        measures.map((measure) => sql`sum(${column(measure)})::text as ${sql.identifier(measure)}`),
        sql`, `,
      )}
    from cell join row_order using (row_member) join column_order using (column_member)
    group by 1, 2, 3 order by 4, 5`);
  const whole = rows[0];
  return pivotOf(
    rows.map((row) => toCell(row, measures)),
    { rowMembers: whole?.row_members ?? 0, columnMembers: whole?.column_members ?? 0 },
    question,
    resolved,
  );
}

function toCell(row: Row, measures: readonly Measure[]): PivotCell {
  return {
    period: row.period === 0 ? 'asked' : 'compared',
    row: row.row_member,
    column: row.column_member,
    rowPlace: row.row_place,
    columnPlace: row.column_place,
    sums: Object.fromEntries(measures.map((measure) => [measure, BigInt(String(row[measure]))])),
  };
}

/** What a row of the cells counts under: its member, or the point its day falls into; compared days lie under those they are compared with. */
function memberOf(axis: Axis, { period, previous, grain }: Resolved): SQL {
  if (axis === 'weekday') return sql`extract(isodow from day)::int::text`;
  if (axis !== 'time') return column(dimensionOf(axis));
  const shift = previous ? daysBetween(previous.from, period.from) : 0;
  const day = previous
    ? sql`case when period = 1 then least(day + ${shift}::int, ${period.to}::date) else day end`
    : sql`day`;
  return grain === 'day'
    ? sql`(${day})::text`
    : sql`date_trunc(${sql.raw(`'${grain}'`)}, (${day})::timestamp)::date::text`;
}

/** The order a reader expects of names: that of the list they come from, of time, of codes. */
function namePlaceOf(axis: Axis, member: SQL): SQL {
  const known = axis === 'time' || axis === 'weekday' ? undefined : CLOSED_MEMBERS[axis];
  return known ? sql`array_position(${sql.param([...known])}::text[], ${member})` : member;
}

function placeOf(axis: Axis, { key, figure, at, isAscending }: Order, member: SQL, across: SQL): SQL {
  const direction = isAscending ? sql`asc nulls last` : sql`desc nulls last`;
  if (key === 'name') return sql`${namePlaceOf(axis, member)} ${direction}`;
  const within = at === null ? sql`` : sql` and ${across} = ${at}`;
  const now = figureOf(figure, sql`period = 0${within}`);
  return key === 'figure'
    ? sql`${now} ${direction}`
    : sql`coalesce(${now}, 0) - coalesce(${figureOf(figure, sql`period = 1${within}`)}, 0) ${direction}`;
}

function figureOf(figure: ExploredFigure, where: SQL): SQL {
  const sums = partsOf(figure).map((measure) => sql`coalesce(sum(${column(measure)}) filter (where ${where}), 0)`);
  const [over, under] = sums;
  return under ? sql`${over}::numeric / nullif(${under}, 0)` : sql`${over}`;
}
