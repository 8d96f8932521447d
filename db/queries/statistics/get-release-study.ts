import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { FILTER_DIMENSIONS, type Resolved, type StatisticsFilter } from '@/lib/statistics/filter';
import { type StudyRow, studyRowOf } from '@/lib/statistics/release-study';
import { cellSource, column } from './cell-source';

/** Causes that release takes short or long by, and the hour of receipt; each stands in the cells beside the time to release. */
export const STUDIED = ['channel', 'lane', 'reason', 'examination', 'hour'] as const;
export type Studied = (typeof STUDIED)[number];

/** How long releases took by each member of a cause, those with most releases first, hours in their order. */
export async function getReleaseStudy(
  actor: Actor,
  filter: StatisticsFilter,
  { period }: Pick<Resolved, 'period'>,
  by: Studied,
): Promise<StudyRow[]> {
  authorise(actor, 'statistics.read');
  const dimension = FILTER_DIMENSIONS[by];
  const source = cellSource(actor, filter, {
    periods: [period],
    dimensions: [dimension, 'releaseBucket'],
    measures: ['released', 'releaseSeconds'],
  });
  const { rows } = await db().execute<{ member: string; bucket: number; released: number; seconds: string }>(sql`
    select ${column(dimension)} as member, release_bucket as bucket, sum(released)::int as released,
      sum(release_seconds)::text as seconds
    from ${source} where release_bucket >= 0 group by 1, 2 having sum(released) <> 0 order by 1, 2`);
  return [...new Set(rows.map(({ member }) => member))]
    .map((member) => {
      const own = rows.filter((row) => row.member === member);
      return studyRowOf(
        member,
        own,
        own.reduce((sum, { seconds }) => sum + Number(seconds), 0),
      );
    })
    .sort((one, other) =>
      by === 'hour' ? one.member.localeCompare(other.member) : other.times.released - one.times.released,
    );
}
