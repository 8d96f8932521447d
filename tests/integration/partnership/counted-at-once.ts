import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { PROBLEM_CODES } from '@/lib/intake/problem-codes';
import { addMonths } from '@/lib/partnership/months';
import { MONTH_COUNTS } from '@/lib/partnership/score';
import { dimensionOf, isPlaced } from '@/lib/quality/dimensions';

type Counted = { readonly partner_id: string } & Record<string, string | number>;

const INCOMPLETE = PROBLEM_CODES.filter((code) => isPlaced(code) && dimensionOf(code) === 'completeness');
const VAGUE = ['description_stop_word', 'description_stop_phrase', 'description_vague'];
const MISCODED = ['commodity_code_shape', 'commodity_code_unknown'];
const has = (codes: readonly string[]) =>
  sql`exists (select from jsonb_array_elements(c.warnings) as w where w->>'code' = any(${sql.param([...codes])}::text[]))`;

/** The counts of a month by partner and month, in one statement a subject over the whole month: what counting by day is measured by. */
export async function countedAtOnce(month: string, at: Date): Promise<Record<string, Record<string, number>>> {
  const during = sql`k.received_on >= ${month} and k.received_on < ${addMonths(month, 1)} and k.status <> 'withdrawn'`;
  const statements = [
    sql`select k.partner_id, count(*)::int as consignments,
        count(*) filter (where c.expected_arrival_at > c.received_at)::int as "beforeArrival",
        count(*) filter (where not ${has(INCOMPLETE)})::int as complete, count(*) filter (where ${has(VAGUE)})::int as vague,
        count(*) filter (where not ${has(MISCODED)} and not exists (select from consignment.items i
          where i.consignment_id = c.consignment_id and i.received_on = c.received_on and i.commodity_code is null))::int as coded,
        count(*) filter (where k.selection_reason not in ('none', 'no_capacity'))::int as selected,
        count(*) filter (where k.examination_outcome in ('conform', 'finding'))::int as examined,
        count(*) filter (where k.examination_outcome = 'finding')::int as findings
      from clearance.clearances k
      join consignment.consignments c on c.consignment_id = k.consignment_id and c.received_on = k.received_on
      where ${during} group by k.partner_id`,
    sql`select k.partner_id, count(distinct k.consignment_id)::int as "amendedAfter"
      from clearance.clearances k
      join clearance.events chosen on chosen.consignment_id = k.consignment_id and chosen.kind = 'selected'
      join clearance.events changed on changed.consignment_id = k.consignment_id
        and changed.kind in ('updated', 'reselected') and changed.at > chosen.at
      where ${during} and k.selection_reason not in ('none', 'no_capacity') group by k.partner_id`,
    sql`select k.partner_id, count(*)::int as asked, count(r.answered_at)::int as answered,
        count(*) filter (where r.answered_at <= r.due_at)::int as "answeredInTime",
        coalesce(sum(extract(epoch from r.answered_at - r.asked_at)) filter (where r.answered_at is not null), 0)::float8 as "answerSeconds"
      from clearance.clearances k join clearance.referrals r on r.consignment_id = k.consignment_id
      where ${during} and r.withdrawn_at is null and (r.answered_at is not null or r.due_at <= ${at.toISOString()}::timestamptz)
      group by k.partner_id`,
    sql`select k.partner_id, count(*)::int as "toPresent", count(*) filter (where x.result_code <> 'not_found')::int as presented
      from clearance.clearances k join clearance.examinations x on x.consignment_id = k.consignment_id
      where ${during} and x.kind <> 'documents' and x.recorded_at is not null and x.result_code <> 'not_done' group by k.partner_id`,
    sql`select partner_id, sum(refused)::int as refused from intake.quality_days
      where day >= ${month} and day < ${addMonths(month, 1)} group by partner_id having sum(refused) > 0`,
  ];
  const counts: Record<string, Record<string, number>> = {};
  for (const statement of statements)
    for (const { partner_id, ...row } of (await db().execute<Counted>(statement)).rows) {
      const key = `${partner_id} ${month}`;
      counts[key] ??= Object.fromEntries(MONTH_COUNTS.map((count) => [count, 0]));
      Object.assign(counts[key], Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])));
    }
  return counts;
}
