import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { INDICATOR_CODES } from '@/lib/assessment/types';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { StatisticsFilter } from '@/lib/statistics/filter';
import type { Period } from '@/lib/statistics/period';
import { receivedWithin } from './looked-at';

type Rule = { readonly kind: 'profile' | 'indicator'; readonly key: string };

/**
 * Profiles that were in force on the last day of the period and indicators, which no consignment of the period met, selected or
 * not. A profile that came into force on that day had no time to be met, and is left out.
 */
export async function rulesWithoutHits(
  actor: Actor,
  filter: StatisticsFilter,
  period: Period,
): Promise<readonly Rule[]> {
  authorise(actor, 'statistics.read');
  const within = receivedWithin(actor, filter, period);
  const codes = sql.param([...INDICATOR_CODES]);
  const { rows } = await db().execute<Rule>(sql`
    with fired as materialized (
      select distinct unnest(s.top_indicators) as code from clearance.clearances s where ${within} and s.top_indicators <> '{}'
    )
    select 'indicator' as kind, code as key from unnest(${codes}::text[]) as code
    where code not in (select fired.code from fired)
    union all
    select 'profile', p.profile_id::text from risk.profile_standings p
    where p.state = 'active' and p.changed_at < ${period.to}::date and p.expires_on >= ${period.to}
      and not exists (
        select 1 from risk.profile_hits h
        join clearance.clearances s on s.consignment_id = h.consignment_id and s.received_on = h.received_on
        where h.profile_id = p.profile_id and h.mode = 'active' and h.received_on between ${period.from} and ${period.to}
          and ${within})
    order by 1, 2`);
  return rows;
}
