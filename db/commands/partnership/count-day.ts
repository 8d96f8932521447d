import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import {
  clearances,
  consignments,
  countedDays,
  events,
  examinations,
  items,
  partnerDays,
  referrals,
} from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { PROBLEM_CODES } from '@/lib/intake/problem-codes';
import { MONTH_COUNTS, type MonthCount } from '@/lib/partnership/score';
import { dimensionOf, isPlaced } from '@/lib/quality/dimensions';

/** What is counted day by day; what was refused is kept by day as it comes, see `quality_days`. */
type DayCount = Exclude<MonthCount, 'refused'>;
type Counted = { readonly partner_id: string; readonly office_id: string } & Partial<Record<DayCount, number>>;

const CODES_OF = {
  incomplete: PROBLEM_CODES.filter((code) => isPlaced(code) && dimensionOf(code) === 'completeness'),
  vague: ['description_stop_word', 'description_stop_phrase', 'description_vague'],
  miscoded: ['commodity_code_shape', 'commodity_code_unknown'],
};

/** Whether any warning has one of the codes: all three are asked in one pass over the warnings. */
const anyOf = (codes: readonly string[]) =>
  sql`coalesce(bool_or(warning->>'code' = any(${sql.param([...codes])}::text[])), false)`;

const NOTHING = Object.fromEntries(
  MONTH_COUNTS.flatMap((count) => (count === 'refused' ? [] : [[count, 0]])),
) as Record<DayCount, number>;

/**
 * Counts a day of all partners anew from the ledger, by office, in one statement a subject, and puts it in place of what was counted before:
 * a consignment stays in its day for ever, so that no statement reads more than a day holds. What was withdrawn is in no count, as in
 * the statistics. Gives the number of partners and offices between which something went.
 */
export async function countPartnerDay(actor: Actor, day: string, at = new Date()): Promise<number> {
  authorise(actor, 'partner.count_months');
  return inTransaction(async (tx) => {
    const sums = new Map<string, typeof partnerDays.$inferInsert>();
    for (const rows of [
      await sent(tx, day),
      await amended(tx, day),
      await asked(tx, day, at),
      await presented(tx, day),
    ])
      for (const { partner_id: partnerId, office_id: officeId, ...counts } of rows) {
        const key = `${partnerId} ${officeId}`;
        sums.set(key, { ...(sums.get(key) ?? { partnerId, day, officeId, ...NOTHING }), ...counts });
      }
    await tx.delete(partnerDays).where(eq(partnerDays.day, day));
    await insertSet(tx, partnerDays, [...sums.values()]);
    const counted = { countedAt: at, lookedAt: at, failedAt: null, failure: null };
    await tx
      .insert(countedDays)
      .values({ day, ...counted })
      .onConflictDoUpdate({ target: countedDays.day, set: counted });
    return sums.size;
  });
}

/** What came, and how good its data are now. */
async function sent(tx: Tx, day: string): Promise<readonly Counted[]> {
  const { rows } = await tx.execute<Counted>(sql`
    select k.partner_id, k.office_id, count(*)::int as consignments,
      count(*) filter (where c.expected_arrival_at > c.received_at)::int as "beforeArrival",
      count(*) filter (where not w.incomplete)::int as complete,
      count(*) filter (where w.vague)::int as vague,
      count(*) filter (where not w.miscoded and not exists (
        select from ${items} i where i.consignment_id = c.consignment_id and i.received_on = c.received_on
          and i.commodity_code is null))::int as coded,
      count(*) filter (where k.selection_reason not in ('none', 'no_capacity'))::int as selected,
      count(*) filter (where k.examination_outcome in ('conform', 'finding'))::int as examined,
      count(*) filter (where k.examination_outcome = 'finding')::int as findings
    from ${clearances} k
    join ${consignments} c on c.consignment_id = k.consignment_id and c.received_on = k.received_on
    cross join lateral (
      select ${anyOf(CODES_OF.incomplete)} as incomplete, ${anyOf(CODES_OF.vague)} as vague, ${anyOf(CODES_OF.miscoded)} as miscoded
      from jsonb_array_elements(c.warnings) as warning
    ) as w
    where k.received_on = ${day} and k.status <> 'withdrawn'
    group by k.partner_id, k.office_id`);
  return rows;
}

/** What was selected for a control, and changed by its partner only then. */
async function amended(tx: Tx, day: string): Promise<readonly Counted[]> {
  const { rows } = await tx.execute<Counted>(sql`
    select k.partner_id, k.office_id, count(distinct k.consignment_id)::int as "amendedAfter"
    from ${clearances} k
    join ${events} chosen on chosen.consignment_id = k.consignment_id and chosen.received_on = k.received_on
      and chosen.kind = 'selected'
    join ${events} changed on changed.consignment_id = k.consignment_id and changed.received_on = k.received_on
      and changed.kind in ('updated', 'reselected') and changed.at > chosen.at
    where k.received_on = ${day} and k.status <> 'withdrawn'
      and k.selection_reason not in ('none', 'no_capacity')
    group by k.partner_id, k.office_id`);
  return rows;
}

/** What the partner was asked, and how it answered. A question taken back was none. */
async function asked(tx: Tx, day: string, at: Date): Promise<readonly Counted[]> {
  const { rows } = await tx.execute<Counted>(sql`
    select k.partner_id, k.office_id, count(*)::int as asked, count(r.answered_at)::int as answered,
      count(*) filter (where r.answered_at <= r.due_at)::int as "answeredInTime",
      coalesce(round(sum(extract(epoch from r.answered_at - r.asked_at)) filter (where r.answered_at is not null)), 0)::float8
        as "answerSeconds"
    from ${clearances} k join ${referrals} r on r.consignment_id = k.consignment_id
    where k.received_on = ${day} and k.status <> 'withdrawn' and r.withdrawn_at is null
      and (r.answered_at is not null or r.due_at <= ${sql.param(at.toISOString())}::timestamptz)
    group by k.partner_id, k.office_id`);
  return rows;
}

/** What was to be presented for a control of the goods, and was there. What nobody had hands to look at is held against nobody. */
async function presented(tx: Tx, day: string): Promise<readonly Counted[]> {
  const { rows } = await tx.execute<Counted>(sql`
    select k.partner_id, k.office_id, count(*)::int as "toPresent", count(*) filter (where x.result_code <> 'not_found')::int as presented
    from ${clearances} k join ${examinations} x on x.consignment_id = k.consignment_id
    where k.received_on = ${day} and k.status <> 'withdrawn'
      and x.kind <> 'documents' and x.recorded_at is not null and x.result_code <> 'not_done'
    group by k.partner_id, k.office_id`);
  return rows;
}
