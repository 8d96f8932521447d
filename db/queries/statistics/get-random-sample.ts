import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Resolved, StatisticsFilter } from '@/lib/statistics/filter';
import { type RandomSample, randomSampleOf, type StratumCount } from '@/lib/statistics/random-sample';
import { FOUND_CHARGES, HAS_OPEN_CHARGES, WITH_STATED_DUTIES } from './found-charges';
import { askedOf, samplePopulation, VALUE_CLASS } from './sample-population';

type CaseRow = Pick<StratumCount, 'channel' | 'valueClass'> & {
  probability: number;
  isFinding: boolean;
  extra: string | null;
};

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
  const [population, cases] = await Promise.all([
    samplePopulation(actor, filter, period),
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
  ]);
  return randomSampleOf(
    population,
    cases.rows.flatMap(({ extra, ...one }) =>
      one.probability > 0 ? [{ ...one, extraMinor: extra === null ? null : BigInt(extra) }] : [],
    ),
  );
}
