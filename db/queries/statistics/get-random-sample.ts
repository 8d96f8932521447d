import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { FILTER_NAMES, type Resolved, type StatisticsFilter } from '@/lib/statistics/filter';
import type { Period } from '@/lib/statistics/period';
import {
  type RandomSample,
  randomSampleOf,
  type SampleApart,
  type StratumCount,
  VALUE_CLASSES,
} from '@/lib/statistics/random-sample';
import { FOUND_CHARGES, HAS_OPEN_CHARGES, WITH_STATED_DUTIES } from './found-charges';
import { ledgerMembers } from './ledger-members';
import { receivedWithin } from './looked-at';

type CaseRow = Pick<StratumCount, 'channel' | 'valueClass'> & {
  probability: number;
  isFinding: boolean;
  extra: string | null;
};

const VALUE_CLASS = sql`case ${sql.join(
  VALUE_CLASSES.map(
    ({ code, upToMinor }): SQL =>
      upToMinor === null ? sql`else ${code}` : sql`when s.value_minor <= ${upToMinor.toString()}::bigint then ${code}`,
  ),
  sql` `,
)} end`;

/** All that nothing else sends to examination. A drawn consignment is in the lane of examination too. */
const IS_REST = sql`(s.selection_reason = 'random' or s.lane_effective <> 'red')`;
/** What the draw can take: of the rest all but what came when no slot was left for a draw; no sample stands for that. */
const COULD_BE_DRAWN = sql`${IS_REST} and not exists (
  select from risk.selections u where u.consignment_id = s.consignment_id and u.received_on = s.received_on
    and u.inclusion_probability = 0)`;

/** The rows a filter is about, and what they are joined to for it: nothing, where it names days and offices alone. */
function askedOf(actor: Actor, filter: StatisticsFilter, period: Period) {
  const within = receivedWithin(actor, filter, period);
  if (FILTER_NAMES.every((name) => name === 'office' || filter[name].length === 0)) return { members: sql``, within };
  const members = sql`
    join consignment.consignments c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    join consignment.items i on i.consignment_id = s.consignment_id and i.received_on = s.received_on and i.is_principal = 1`;
  return { members, within: sql`${within} and ${sql.join(ledgerMembers(actor, filter), sql` and `)}` };
}

/**
 * What the random sample says of all consignments it was drawn from: share that is not compliant and revenue at risk, by channel and
 * class of value. Each case is weighted by the chance kept with its assessment: that of its own draw, or the rate of the policy it
 * was assessed by, where the draw has one rate for all. Estimates follow `lib/statistics/sample-estimate`.
 */
export async function getRandomSample(
  actor: Actor,
  filter: StatisticsFilter,
  { period }: Pick<Resolved, 'period'>,
): Promise<RandomSample> {
  authorise(actor, 'statistics.read');
  const { members, within } = askedOf(actor, filter, period);
  const [counts, cases, apart] = await Promise.all([
    db().execute<StratumCount>(sql`
      select channel, value_class as "valueClass", count(*)::int as size, count(*) filter (where is_drawn)::int as drawn
      from (select s.channel, ${VALUE_CLASS} as value_class, s.selection_reason = 'random' as is_drawn
        from clearance.clearances s ${members} where ${within} and ${COULD_BE_DRAWN}) as frame
      group by channel, value_class`),
    db().execute<CaseRow>(sql`
      select s.channel, ${VALUE_CLASS} as "valueClass", a.random_probability::float8 as probability,
        s.examination_outcome = 'finding' as "isFinding",
        case when ${HAS_OPEN_CHARGES} then null else ${FOUND_CHARGES}::text end as extra
      from clearance.clearances s
      ${members}
      join consignment.consignments v on v.consignment_id = s.consignment_id and v.received_on = s.received_on
      join risk.assessments a on a.consignment_id = v.consignment_id and a.received_on = v.received_on and a.version = v.version
      left join clearance.examinations e on e.consignment_id = s.consignment_id
      ${WITH_STATED_DUTIES}
      where ${within} and s.selection_reason = 'random' and s.examination_outcome in ('conform', 'finding')
      group by s.consignment_id, s.received_on, a.random_probability`),
    db().execute<SampleApart>(sql`
      select case when ${IS_REST} then 'no_draw' when s.selection_reason in ('mandatory', 'rule', 'score') then s.selection_reason
          else 'officer' end as reason, count(*)::int as consignments,
        count(*) filter (where s.examination_outcome in ('conform', 'finding'))::int as examined,
        count(*) filter (where s.examination_outcome = 'finding')::int as findings
      from clearance.clearances s ${members} where ${within} and not (${COULD_BE_DRAWN}) group by 1`),
  ]);
  return randomSampleOf(
    counts.rows,
    cases.rows.flatMap(({ extra, ...one }) =>
      one.probability > 0 ? [{ ...one, extraMinor: extra === null ? null : BigInt(extra) }] : [],
    ),
    apart.rows,
  );
}
