import 'server-only';
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { OfficeName } from '@/db/queries/identity/find-session';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { capacityRevisions, clearances, offices, selections } from '@/db/schema';
import { slotsOn } from '@/lib/capacity/plan';
import type { Slots } from '@/lib/capacity/slots';
import { CONTROL_TYPES, type ControlType } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { type AroundCutOff, aroundCutOff } from './around-cut-off';
import { revisionsByOffice } from './capacity-revisions';

/** Days shown side by side, the first being today. */
export const DAYS_AHEAD = 7;

export type ControlUse = {
  readonly control: ControlType;
  /** Null where nothing limits it. */
  readonly slots: number | null;
  readonly mandatory: number;
  readonly ranked: number;
  readonly random: number;
  /** Slots nobody holds; null without limit. Some are kept for the random draw. */
  readonly free: number | null;
  /** Worth of the last that worth selected, 0 to 1; null where worth selected none or nothing limits it. */
  readonly cutOff: number | null;
};

export type DayUse = {
  readonly day: string;
  readonly controls: readonly ControlUse[];
  /** Released for want of a slot. */
  readonly leftOut: number;
};

export type CapacityOverview = {
  readonly offices: readonly OfficeName[];
  readonly officeId: string;
  readonly today: string;
  readonly day: string;
  readonly slots: Slots;
  /** Who set the slots in force and why; null where the policy alone decides. */
  readonly setBy: { readonly name: string; readonly at: string; readonly reason: string } | null;
  /** The newest revision of the office, 0 for none: what a change must have seen. */
  readonly revision: number;
  readonly randomShare: number;
  readonly use: DayUse;
  readonly days: readonly DayUse[];
  readonly around: AroundCutOff;
};

/** Slots and their use in one of the actor's offices, on one day and the days ahead. @throws NotFoundError of another office, or none */
export async function getCapacity(
  actor: Actor,
  asked: { readonly officeId: string | null; readonly day: string | null },
  at = new Date(),
): Promise<CapacityOverview> {
  authorise(actor, 'capacity.read');
  const own = await db()
    .select({ id: offices.id, name: offices.name })
    .from(offices)
    .where(inArray(offices.id, [...actor.officeIds]))
    .orderBy(asc(offices.name), asc(offices.id));
  const officeId = asked.officeId ?? own.find(({ id }) => id === actor.officeId)?.id ?? own[0]?.id;
  if (!officeId || !own.some(({ id }) => id === officeId)) throw new NotFoundError('office');
  const today = dayOf(at);
  const day = asked.day ?? today;
  const ahead = Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index));
  const shown = [...new Set([...ahead, day])];
  const [{ capacity }, revisions, counts, around] = await Promise.all([
    policyInForce(db(), today),
    revisionsByOffice(db(), [officeId], day < today ? day : today),
    countUse(officeId, shown),
    aroundCutOff(officeId, day),
  ]);
  const holding = revisions.get(officeId) ?? [];
  const on = (one: string) => useOf(one, slotsOn(holding, one, capacity.slots).slots, counts);
  const inForce = slotsOn(holding, day, capacity.slots);
  return {
    offices: own,
    officeId,
    today,
    day,
    slots: inForce.slots,
    ...(await whoSet(officeId, inForce.revision)),
    randomShare: capacity.randomShare,
    use: on(day),
    days: ahead.map(on),
    around,
  };
}

type Count = { day: string; outcome: string; control: ControlType | null; consignments: number; lowest: number };

async function countUse(officeId: string, days: readonly string[]): Promise<Count[]> {
  const { rows } = await db().execute<Count>(sql`
    select s.control_on::text as day, s.outcome, s.control, count(*)::int as consignments, min(s.worth) as lowest
    from ${selections} s join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    where s.office_id = ${officeId} and s.control_on = any(${sql.param([...days])}::date[]) and s.outcome <> 'none'
      and c.status <> 'withdrawn'
    group by s.control_on, s.outcome, s.control`);
  return rows;
}

function useOf(day: string, slots: Slots, counts: readonly Count[]): DayUse {
  const own = counts.filter((count) => count.day === day);
  const controls = CONTROL_TYPES.map((control): ControlUse => {
    const of = (outcome: string) => own.find((count) => count.control === control && count.outcome === outcome);
    const [mandatory, ranked, random] = ['mandatory', 'ranked', 'random'].map(
      (outcome) => of(outcome)?.consignments ?? 0,
    );
    const limit = slots[control];
    const used = (mandatory ?? 0) + (ranked ?? 0) + (random ?? 0);
    return {
      control,
      slots: limit,
      mandatory: mandatory ?? 0,
      ranked: ranked ?? 0,
      random: random ?? 0,
      free: limit === null ? null : Math.max(0, limit - used),
      cutOff: limit === null ? null : (of('ranked')?.lowest ?? null),
    };
  });
  return { day, controls, leftOut: own.find(({ outcome }) => outcome === 'no_capacity')?.consignments ?? 0 };
}

async function whoSet(officeId: string, inForce: number): Promise<Pick<CapacityOverview, 'setBy' | 'revision'>> {
  const rows = await db()
    .select({
      revision: capacityRevisions.revision,
      name: capacityRevisions.changedByName,
      at: capacityRevisions.changedAt,
      reason: capacityRevisions.reason,
    })
    .from(capacityRevisions)
    .where(
      and(
        eq(capacityRevisions.officeId, officeId),
        or(
          eq(capacityRevisions.revision, inForce),
          sql`revision = (select max(revision) from ${capacityRevisions} where office_id = ${officeId})`,
        ),
      ),
    )
    .orderBy(desc(capacityRevisions.revision));
  const set = rows.find(({ revision }) => revision === inForce);
  return {
    revision: rows[0]?.revision ?? 0,
    setBy: set ? { name: set.name, at: set.at.toISOString(), reason: set.reason } : null,
  };
}
