import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Resolved, StatisticsFilter } from '@/lib/statistics/filter';
import { type ReleaseTimes, releaseTimesOf } from '@/lib/statistics/release-time';
import { cellSource } from './cell-source';

type Row = { period: number; bucket: number; released: number; seconds: string };

export type ComparedReleaseTimes = { readonly current: ReleaseTimes; readonly previous: ReleaseTimes | null };

/** How long released consignments took from first receipt of complete data to release; what is not released is left out. */
export async function getReleaseTimes(
  actor: Actor,
  filter: StatisticsFilter,
  { period, previous }: Pick<Resolved, 'period' | 'previous'>,
): Promise<ComparedReleaseTimes> {
  authorise(actor, 'statistics.read');
  const source = cellSource(actor, filter, {
    periods: previous ? [period, previous] : [period],
    dimensions: ['releaseBucket'],
    measures: ['released', 'releaseSeconds'],
  });
  const { rows } = await db().execute<Row>(sql`
    select period, release_bucket as bucket, sum(released)::int as released, sum(release_seconds)::text as seconds
    from ${source} where release_bucket >= 0
    group by period, release_bucket having sum(released) <> 0 order by period, release_bucket`);
  const times = (index: number) => {
    const own = rows.filter((row) => row.period === index);
    return releaseTimesOf(
      own.map(({ bucket, released }) => ({ bucket, released })),
      own.reduce((sum, row) => sum + Number(row.seconds), 0),
    );
  };
  return { current: times(0), previous: previous ? times(1) : null };
}
