import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays } from '@/lib/kernel/dates';
import { LOOKED_AT, LOOKS, NO_WORK } from '@/lib/privacy/looks';
import { type BrowsingDay, DAYS_JUDGED_BY, type Judged } from '@/lib/privacy/unusual-browsing';

const IS_LOOK = sql`l.action = any(${sql.param([...LOOKS])}::text[]) and l.subject_type = any(${sql.param([...LOOKED_AT])}::text[])
  and l.role <> 'partner'`;

/** Who looked at whose data on a day: how many consignments, of how many the person did nothing else, and how many of other offices. */
export async function browsingOfDay(actor: Actor, day: string): Promise<readonly Judged[]> {
  authorise(actor, 'privacy.judge');
  const { rows } = await db().execute<Judged & { consignments: string[] }>(sql`
    select l.actor_id as "userId", max(l.actor_name) as "userName", l.role, ${day}::text as day,
      count(distinct l.subject_id)::int as looks, 0 as "withoutWork",
      coalesce(array_agg(distinct l.subject_id) filter (where l.subject_type = 'consignment'), '{}') as consignments,
      count(distinct l.subject_id) filter (where l.role in ('officer', 'supervisor') and l.office_id is not null
        and not exists (select 1 from identity.user_offices o
          where o.user_id = l.actor_id and o.office_id = l.office_id)
        and exists (select 1 from identity.user_offices o where o.user_id = l.actor_id))::int as "otherOffices"
      from audit.log l where l.received_on = ${day}::date and ${IS_LOOK}
     group by l.actor_id, l.role order by l.actor_id, l.role`);
  const judged: Judged[] = [];
  for (const { consignments, ...row } of rows) {
    const worked = await workedOn(row.userId, consignments);
    judged.push({ ...row, withoutWork: consignments.length - worked });
  }
  return judged;
}

/** Of how many of some consignments the person did anything but look. */
async function workedOn(userId: string, consignments: readonly string[]): Promise<number> {
  const { rows } = await db().execute<{ worked: number }>(sql`
    select count(distinct e.consignment_id)::int as worked from clearance.events e
     where e.consignment_id = any(${sql.param([...consignments])}::uuid[]) and e.actor_id = ${userId}::uuid
       and e.kind <> all(${sql.param([...NO_WORK])}::text[])`);
  return rows[0]?.worked ?? 0;
}

/** The looks of the days a day is judged by, by person; days on which somebody looked at nothing are not told. */
export async function browsingBefore(actor: Actor, day: string): Promise<readonly BrowsingDay[]> {
  authorise(actor, 'privacy.judge');
  const { rows } = await db().execute<BrowsingDay>(sql`
    select l.actor_id as "userId", l.role, l.received_on::text as day, count(distinct l.subject_id)::int as looks
      from audit.log l
     where l.received_on >= ${addDays(day, -DAYS_JUDGED_BY)}::date and l.received_on < ${day}::date and ${IS_LOOK}
     group by l.actor_id, l.role, l.received_on`);
  return rows;
}
