import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { FILTER_NAMES, type StatisticsFilter } from '@/lib/statistics/filter';
import type { Period } from '@/lib/statistics/period';
import { type Placed, type Population, populationOf, VALUE_CLASSES } from '@/lib/statistics/random-sample';
import { cellSource } from './cell-source';
import { ledgerMembers } from './ledger-members';
import { receivedWithin } from './looked-at';

/** The class of value of a clearance `s`. */
export const VALUE_CLASS = sql`case ${sql.join(
  VALUE_CLASSES.map(
    ({ code, upToMinor }): SQL =>
      upToMinor === null ? sql`else ${code}` : sql`when s.value_minor <= ${upToMinor.toString()}::bigint then ${code}`,
  ),
  sql` `,
)} end`;

/** The clearances `s` a filter is about, and what they are joined to for it: nothing, where it names days and offices alone. */
export function askedOf(actor: Actor, filter: StatisticsFilter, period: Period): { members: SQL; within: SQL } {
  const within = receivedWithin(actor, filter, period);
  if (FILTER_NAMES.every((name) => name === 'office' || filter[name].length === 0)) return { members: sql``, within };
  const members = sql`
    join consignment.consignments c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    join consignment.items i on i.consignment_id = s.consignment_id and i.received_on = s.received_on and i.is_principal = 1`;
  return { members, within: sql`${within} and ${sql.join(ledgerMembers(actor, filter), sql` and `)}` };
}

/**
 * How many consignments the random draw was made from and what stands apart from it: from the statistics, whose cost does not grow with
 * the ledger, less what came when no slot was left for a draw, which has an index of its own.
 */
export async function samplePopulation(actor: Actor, filter: StatisticsFilter, period: Period): Promise<Population> {
  authorise(actor, 'statistics.read');
  const source = cellSource(actor, filter, {
    periods: [period],
    dimensions: ['channel', 'lane', 'selectionReason', 'examination', 'valueBand'],
    measures: ['consignments'],
  });
  const { members, within } = askedOf(actor, filter, period);
  const [counted, undrawable] = await Promise.all([
    db().execute<Omit<Placed, 'valueClass'> & { valueBand: string }>(sql`
      select channel, lane, selection_reason as reason, examination, value_band as "valueBand", sum(consignments)::int as consignments
      from ${source} group by channel, lane, selection_reason, examination, value_band`),
    db().execute<Placed>(sql`
      select s.channel, s.lane_effective as lane, s.selection_reason as reason, s.examination_outcome as examination,
        ${VALUE_CLASS} as "valueClass", count(*)::int as consignments
      from risk.selections u
      join clearance.clearances s on s.consignment_id = u.consignment_id and s.received_on = u.received_on ${members}
      where u.inclusion_probability = 0 and u.received_on between ${period.from} and ${period.to} and ${within}
      group by 1, 2, 3, 4, 5`),
  ]);
  return populationOf(counted.rows, undrawable.rows);
}
