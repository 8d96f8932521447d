import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, consignments, examinations, items, statedDuties } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { StatisticsFilter } from '@/lib/statistics/filter';
import type { Period } from '@/lib/statistics/period';
import { ledgerMembers } from './ledger-members';

/**
 * How many consignments have extra charges that are still open, by why they were selected: an examination left them open, and no
 * later result or stated duty closed them. From the ledger: what was recorded before it was counted is counted too.
 */
export async function countOpenExtraCharges(
  actor: Actor,
  filter: StatisticsFilter,
  { from, to }: Period,
): Promise<ReadonlyMap<string, number>> {
  authorise(actor, 'statistics.read');
  const members = sql.join(ledgerMembers(actor, filter), sql` and `);
  const { rows } = await db().execute<{ reason: string; open: number }>(sql`
    select s.selection_reason as reason, count(distinct s.consignment_id)::int as open
    from ${examinations} e
    join ${clearances} s on s.consignment_id = e.consignment_id
    join ${consignments} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    join ${items} i on i.consignment_id = s.consignment_id and i.received_on = s.received_on and i.is_principal = 1
    where e.recorded_at is not null and e.extra_charges_minor is null and e.corrections <> '[]'
      and s.status <> 'withdrawn' and s.received_on between ${from} and ${to}
      and c.received_on between ${from} and ${to} and i.received_on between ${from} and ${to} and ${members}
      and not exists (select from ${examinations} l where l.consignment_id = e.consignment_id
        and l.recorded_at > e.recorded_at and l.corrections <> '[]' and l.extra_charges_minor is not null)
      and not exists (select from ${statedDuties} d where d.consignment_id = e.consignment_id
        and d.stated_at > e.recorded_at and d.extra_charges_minor is not null)
    group by s.selection_reason`);
  return new Map(rows.map(({ reason, open }) => [reason, open]));
}
