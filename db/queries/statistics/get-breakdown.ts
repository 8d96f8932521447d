import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type Breakdown, breakdownOf } from '@/lib/statistics/breakdown';
import { FILTER_DIMENSIONS, type FilterDimension, type Resolved, type StatisticsFilter } from '@/lib/statistics/filter';
import { measureOf } from '@/lib/statistics/measures';
import { cellSource, column } from './cell-source';

type Row = { member: string; value: string; previous: string; members: number; total: string; previous_total: string };

/** The chosen figure by the members of a dimension that come first, with the compared period beside it and the rest summed up. */
export async function getBreakdown(
  actor: Actor,
  filter: StatisticsFilter,
  { period, previous }: Pick<Resolved, 'period' | 'previous'>,
  by: FilterDimension,
  limit: number,
): Promise<Breakdown> {
  authorise(actor, 'statistics.read');
  const measure = measureOf(filter.measure);
  // Members without anything of the figure's kind are not listed: withdrawn consignments are kept apart from goods.
  const counted = measure === 'withdrawn' ? measure : 'items';
  const dimension = FILTER_DIMENSIONS[by];
  const source = cellSource(actor, filter, {
    periods: previous ? [period, previous] : [period],
    dimensions: [dimension],
    measures: counted === measure ? [measure] : [counted, measure],
  });
  // Without comparison nothing grew: the largest come first.
  const first = filter.rank === 'growth' && previous ? sql`by_member.value - by_member.previous desc,` : sql``;
  const { rows } = await db().execute<Row>(sql`
    with by_member as (
      select ${column(dimension)} as member,
        coalesce(sum(${column(measure)}) filter (where period = 0), 0) as value,
        coalesce(sum(${column(measure)}) filter (where period = 1), 0) as previous
      from ${source} group by 1 having sum(${column(counted)}) <> 0
    )
    select member, value::text, previous::text, (count(*) over ())::int as members,
      (sum(value) over ())::text as total, (sum(previous) over ())::text as previous_total
    from by_member order by ${first} by_member.value desc, by_member.previous desc, member limit ${limit}`);
  const whole = rows[0];
  return breakdownOf(
    rows.map((row) => ({
      member: row.member,
      value: BigInt(row.value),
      previous: previous ? BigInt(row.previous) : null,
    })),
    {
      members: whole?.members ?? 0,
      total: BigInt(whole?.total ?? 0),
      previousTotal: previous ? BigInt(whole?.previous_total ?? 0) : null,
    },
  );
}
