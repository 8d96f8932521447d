import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays } from '@/lib/kernel/dates';
import { type Behind, DAYS_JUDGED_BY, DIFFERENCE_MIN, type Watched, WEEKS_JUDGED_BY } from '@/lib/statistics/anomaly';
import { EMPTY_STATISTICS_FILTER, FILTER_DIMENSIONS } from '@/lib/statistics/filter';
import type { Period } from '@/lib/statistics/period';
import { cellSource, column } from './cell-source';

/** Consignments of a member at an office, day by day: of the days a day is judged by, and of that day, which is the last. */
export type WatchedCounts = { readonly officeId: string; readonly member: string; readonly counts: readonly number[] };

/** Member of what is watched as a whole. */
export const EVERYTHING = '*';

/** The days a day is judged by, and itself. */
export const judgedWith = (day: string): Period => ({ from: addDays(day, -DAYS_JUDGED_BY), to: day });

/** The first day anything was received at each office: before eight weeks of its own no day of an office is judged. */
export async function firstDays(actor: Actor): Promise<ReadonlyMap<string, string>> {
  authorise(actor, 'statistics.judge');
  const { rows } = await db().execute<{ office: string; day: string }>(
    sql`select office_id as office, min(day)::text as day from statistics.cells where cube = 'total' group by 1`,
  );
  return new Map(rows.map(({ office, day }) => [office, day]));
}

/**
 * The counts of what is watched, by office. Members with too few consignments over all these days to be unusual on one are left out: the
 * cost is that of the cube's days.
 */
export async function watchedCounts(actor: Actor, watched: Watched, day: string): Promise<WatchedCounts[]> {
  authorise(actor, 'statistics.judge');
  const period = judgedWith(day);
  const dimension = watched === 'all' ? null : FILTER_DIMENSIONS[watched];
  const member = dimension ? column(dimension) : sql`${EVERYTHING}::text`;
  const source = cellSource(SYSTEM_ACTOR, EMPTY_STATISTICS_FILTER, {
    periods: [period],
    dimensions: ['officeId', 'day', ...(dimension ? [dimension] : [])],
    measures: ['consignments'],
  });
  const { rows } = await db().execute<{ office: string; member: string; days: number[]; counts: number[] }>(sql`
    with daily as materialized (
      select office_id as office, ${member} as member, (day - ${period.from}::date) as place, sum(consignments)::int as count
      from ${source} group by 1, 2, 3 having sum(consignments) <> 0
    )
    select office, member, array_agg(place order by place) as days, array_agg(count order by place) as counts
    from daily where member in (select member from daily group by member having sum(count) >= ${DIFFERENCE_MIN})
    group by 1, 2 order by 1, 2`);
  return rows.map(({ office, member: name, days, counts }) => {
    const all: number[] = new Array(DAYS_JUDGED_BY + 1).fill(0);
    for (const [at, place] of days.entries()) all[place] = counts[at] ?? 0;
    return { officeId: office, member: name, counts: all };
  });
}

type Of = {
  readonly watched: Watched;
  readonly member: string;
  readonly officeIds: readonly string[];
  readonly day: string;
};

/** Consignments of one member by those of another dimension: on a day, and on average on the same day of the eight weeks before. */
export async function countsBehind(
  actor: Actor,
  of: Of,
  by: Behind['by'],
): Promise<readonly { readonly member: string; readonly observed: number; readonly expected: number }[]> {
  authorise(actor, 'statistics.judge');
  const filter = {
    ...EMPTY_STATISTICS_FILTER,
    office: of.officeIds,
    ...(of.watched === 'all' ? {} : { [of.watched]: [of.member] }),
  };
  const source = cellSource(SYSTEM_ACTOR, filter, {
    periods: [judgedWith(of.day)],
    dimensions: ['day', FILTER_DIMENSIONS[by]],
    measures: ['consignments'],
  });
  const { rows } = await db().execute<{ member: string; observed: number; before: number }>(sql`
    select ${column(FILTER_DIMENSIONS[by])} as member, coalesce(sum(consignments) filter (where day = ${of.day}), 0)::int as observed,
      coalesce(sum(consignments) filter (where day <> ${of.day}), 0)::int as before
    from ${source} where (${of.day}::date - day) % 7 = 0 group by 1`);
  return rows.map(({ member, observed, before }) => ({ member, observed, expected: before / WEEKS_JUDGED_BY }));
}
