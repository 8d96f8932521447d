import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { officesWithin } from '@/db/queries/quality/office-scope';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Resolved } from '@/lib/statistics/filter';
import type { SentRow } from '@/lib/statistics/partner-data';
import type { Period } from '@/lib/statistics/period';

export type PartnerData = {
  readonly current: readonly SentRow[];
  /** The period compared with, as a whole; null without comparison. */
  readonly before: readonly SentRow[] | null;
};

/**
 * What every partner sent in each point of a period, with its score of data quality: to the offices of the actor, and refused
 * records by the office they name. Reads a row a partner, day and office, however many consignments there were.
 */
export async function getPartnerData(actor: Actor, { period, previous, grain }: Resolved): Promise<PartnerData> {
  authorise(actor, 'statistics.read');
  // The name of a grain is one of ours.
  const point = sql`date_trunc(${sql.raw(`'${grain}'`)}, q.day::timestamp)::date::text`;
  const [current, before] = await Promise.all([
    sentWithin(actor, period, point),
    previous ? sentWithin(actor, previous, sql`null::text`) : null,
  ]);
  return { current, before };
}

async function sentWithin(actor: Actor, { from, to }: Period, point: SQL): Promise<SentRow[]> {
  const { rows } = await db().execute<SentRow & Record<string, unknown>>(sql`
    select q.partner_id as "partnerId", p.name as "partnerName", ${point} as at, sum(q.records)::int as records,
      sum(q.refused)::int as refused, sum(q.score_sum)::float8 as "scoreSum"
    from intake.quality_days q join identity.partners p on p.id = q.partner_id
    where q.day between ${from} and ${to} and ${officesWithin(actor, sql`q.office_id`)} group by 1, 2, 3 having sum(q.records) > 0 or sum(q.refused) > 0 order by 2, 3`);
  return rows;
}
