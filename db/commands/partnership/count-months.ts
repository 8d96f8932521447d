import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import {
  clearances,
  consignments,
  events,
  examinations,
  items,
  partnerMonths,
  qualityDays,
  referrals,
} from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { PROBLEM_CODES } from '@/lib/intake/problem-codes';
import { addMonths } from '@/lib/partnership/months';
import { MONTH_COUNTS, type MonthCount, type MonthCounts } from '@/lib/partnership/score';
import { dimensionOf, isPlaced } from '@/lib/quality/dimensions';

type Counted = { readonly partner_id: string } & Partial<Record<MonthCount, number>>;

const CODES_OF = {
  incomplete: PROBLEM_CODES.filter((code) => isPlaced(code) && dimensionOf(code) === 'completeness'),
  vague: ['description_stop_word', 'description_stop_phrase', 'description_vague'],
  miscoded: ['commodity_code_shape', 'commodity_code_unknown'],
};

const has = (codes: readonly string[]) =>
  sql`exists (select from jsonb_array_elements(c.warnings) as w where w->>'code' = any(${sql.param([...codes])}::text[]))`;

/**
 * Counts a month of all partners anew from the ledger, in one statement a subject, and puts it in place of what was counted before. What
 * was withdrawn is in no count, as in the statistics. Gives the number of partners that sent something.
 */
export async function countPartnerMonth(actor: Actor, month: string, at = new Date()): Promise<number> {
  authorise(actor, 'partner.count_months');
  return inTransaction(async (tx) => {
    const within = { from: month, to: addMonths(month, 1) };
    const sums = new Map<string, MonthCounts>();
    for (const rows of [
      await sent(tx, within),
      await amended(tx, within),
      await asked(tx, within, at),
      await presented(tx, within),
      await refused(tx, within),
    ])
      for (const { partner_id, ...counts } of rows)
        sums.set(partner_id, { ...NOTHING, ...sums.get(partner_id), ...counts });
    await tx.execute(sql`delete from ${partnerMonths} where month = ${month}`);
    const counted = [...sums].map(([partnerId, counts]) => ({ partnerId, month, ...counts, countedAt: at }));
    await insertSet(tx, partnerMonths, counted);
    return counted.length;
  });
}

const NOTHING = Object.fromEntries(MONTH_COUNTS.map((count) => [count, 0])) as Record<MonthCount, number>;

type Within = { readonly from: string; readonly to: string };

/** What came, and how good its data are now. */
async function sent(tx: Tx, { from, to }: Within): Promise<readonly Counted[]> {
  const { rows } = await tx.execute<Counted>(sql`
    select k.partner_id, count(*)::int as consignments,
      count(*) filter (where c.expected_arrival_at > c.received_at)::int as "beforeArrival",
      count(*) filter (where not ${has(CODES_OF.incomplete)})::int as complete,
      count(*) filter (where ${has(CODES_OF.vague)})::int as vague,
      count(*) filter (where not ${has(CODES_OF.miscoded)} and not exists (
        select from ${items} i where i.consignment_id = c.consignment_id and i.received_on = c.received_on
          and i.commodity_code is null))::int as coded,
      count(*) filter (where k.selection_reason not in ('none', 'no_capacity'))::int as selected,
      count(*) filter (where k.examination_outcome in ('conform', 'finding'))::int as examined,
      count(*) filter (where k.examination_outcome = 'finding')::int as findings
    from ${clearances} k
    join ${consignments} c on c.consignment_id = k.consignment_id and c.received_on = k.received_on
    where k.received_on >= ${from} and k.received_on < ${to} and k.status <> 'withdrawn'
    group by k.partner_id`);
  return rows;
}

/** What was selected for a control, and changed by its partner only then. */
async function amended(tx: Tx, { from, to }: Within): Promise<readonly Counted[]> {
  const { rows } = await tx.execute<Counted>(sql`
    select k.partner_id, count(distinct k.consignment_id)::int as "amendedAfter"
    from ${clearances} k
    join ${events} chosen on chosen.consignment_id = k.consignment_id and chosen.received_on = k.received_on
      and chosen.kind = 'selected'
    join ${events} changed on changed.consignment_id = k.consignment_id and changed.received_on = k.received_on
      and changed.kind in ('updated', 'reselected') and changed.at > chosen.at
    where k.received_on >= ${from} and k.received_on < ${to} and k.status <> 'withdrawn'
      and k.selection_reason not in ('none', 'no_capacity')
    group by k.partner_id`);
  return rows;
}

/** What the partner was asked, and how it answered. A question taken back was none. */
async function asked(tx: Tx, { from, to }: Within, at: Date): Promise<readonly Counted[]> {
  const { rows } = await tx.execute<Counted>(sql`
    select k.partner_id, count(*)::int as asked, count(r.answered_at)::int as answered,
      count(*) filter (where r.answered_at <= r.due_at)::int as "answeredInTime",
      coalesce(round(sum(extract(epoch from r.answered_at - r.asked_at)) filter (where r.answered_at is not null)), 0)::float8
        as "answerSeconds"
    from ${clearances} k join ${referrals} r on r.consignment_id = k.consignment_id
    where k.received_on >= ${from} and k.received_on < ${to} and k.status <> 'withdrawn' and r.withdrawn_at is null
      and (r.answered_at is not null or r.due_at <= ${sql.param(at.toISOString())}::timestamptz)
    group by k.partner_id`);
  return rows;
}

/** What was to be presented for a control of the goods, and was there. What nobody had hands to look at is held against nobody. */
async function presented(tx: Tx, { from, to }: Within): Promise<readonly Counted[]> {
  const { rows } = await tx.execute<Counted>(sql`
    select k.partner_id, count(*)::int as "toPresent", count(*) filter (where x.result_code <> 'not_found')::int as presented
    from ${clearances} k join ${examinations} x on x.consignment_id = k.consignment_id
    where k.received_on >= ${from} and k.received_on < ${to} and k.status <> 'withdrawn'
      and x.kind <> 'documents' and x.recorded_at is not null and x.result_code <> 'not_done'
    group by k.partner_id`);
  return rows;
}

async function refused(tx: Tx, { from, to }: Within): Promise<readonly Counted[]> {
  const { rows } = await tx.execute<Counted>(sql`
    select partner_id, sum(refused)::int as refused from ${qualityDays}
    where day >= ${from} and day < ${to} group by partner_id having sum(refused) > 0`);
  return rows;
}
