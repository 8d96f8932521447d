import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { slotKey } from '@/db/queries/capacity/occupants';
import { drawPlans, selections } from '@/db/schema';
import type { SlotsInForce } from '@/lib/capacity/plan';
import { controlOfDraw } from '@/lib/capacity/slots';
import { type DrawPlan, drawPlanOf, EXPECTED_FROM_DAYS, evenDraw } from '@/lib/capacity/strata';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { Policy } from '@/lib/policy/policy';

type Day = SlotsInForce & { readonly officeId: string; readonly controlOn: string };

/**
 * The chances of the random draw for offices and days whose slots are ours, by `slotKey`. Where examinations are limited a share of
 * them is drawn, shared out among the strata of the traffic of the last weeks, and kept as it was made; everywhere else, and before
 * there is traffic to go by, everything has the chance the policy gives.
 */
export async function drawPlansFor(
  tx: Tx,
  days: readonly Day[],
  policy: Policy,
  at: Date,
): Promise<Map<string, DrawPlan>> {
  const even = evenDraw(Number(policy.randomProbability));
  const plans = new Map<string, DrawPlan>();
  const limited: (Day & { readonly places: number })[] = [];
  for (const day of days) {
    const control = controlOfDraw(day.slots);
    const count = control === null ? null : day.slots[control];
    if (count === null) plans.set(slotKey(day.officeId, day.controlOn), even);
    else limited.push({ ...day, places: count * policy.capacity.randomShare });
  }
  for (const [key, plan] of await keptPlans(tx, limited)) plans.set(key, plan);
  const missing = limited.filter(({ officeId, controlOn }) => !plans.has(slotKey(officeId, controlOn)));
  if (missing.length === 0) return plans;
  const traffic = await expectedTraffic(tx, missing, dayOf(at));
  const made = missing.map(({ officeId, controlOn, revision, places }) => {
    const expected = traffic.get(officeId);
    const plan = expected ? drawPlanOf(places, expected) : even;
    plans.set(slotKey(officeId, controlOn), plan);
    return { officeId, controlOn, revision, plan, madeAt: at };
  });
  await insertSet(tx, drawPlans, made, sql`on conflict do nothing`);
  return plans;
}

async function keptPlans(tx: Tx, days: readonly Day[]): Promise<Map<string, DrawPlan>> {
  if (days.length === 0) return new Map();
  const revisions = new Map(days.map((day) => [slotKey(day.officeId, day.controlOn), day.revision]));
  const rows = await tx
    .select()
    .from(drawPlans)
    .where(inArray(drawPlans.controlOn, [...new Set(days.map(({ controlOn }) => controlOn))]));
  return new Map(
    rows.flatMap(({ officeId, controlOn, revision, plan }) => {
      const key = slotKey(officeId, controlOn);
      return revisions.get(key) === revision ? [[key, plan] as const] : [];
    }),
  );
}

/** Consignments a day that the draw is to choose from, by office and stratum, in the mean of the days that had any. */
async function expectedTraffic(tx: Tx, days: readonly Day[], today: string): Promise<Map<string, Map<string, number>>> {
  const offices = sql.param([...new Set(days.map(({ officeId }) => officeId))]);
  const { rows } = await tx.execute<{ office: string; stratum: string; a_day: number }>(sql`
    with came as (
      select office_id, control_on, stratum, count(*) as consignments from ${selections}
      where office_id = any(${offices}::text[]) and control_on >= ${addDays(today, -EXPECTED_FROM_DAYS)} and control_on < ${today}
        and inclusion_probability < 1
      group by office_id, control_on, stratum),
    days as (select office_id, count(distinct control_on) as days from came group by office_id)
    select office_id as office, stratum, (sum(consignments) / min(days))::float8 as a_day
    from came join days using (office_id) group by office_id, stratum`);
  const traffic = new Map<string, Map<string, number>>();
  for (const { office, stratum, a_day } of rows) {
    const own = traffic.get(office) ?? new Map<string, number>();
    traffic.set(office, own.set(stratum, a_day));
  }
  return traffic;
}
