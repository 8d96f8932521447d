import 'server-only';
import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { OfficeName } from '@/db/queries/identity/find-session';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import {
  capacityRevisions,
  clearances,
  examinations,
  modelStandings,
  modelVersions,
  offices,
  selections,
} from '@/db/schema';
import { slotsOn } from '@/lib/capacity/plan';
import type { Slots } from '@/lib/capacity/slots';
import type { Worth, WorthBasis } from '@/lib/capacity/worth';
import { CONTROL_TYPES, type ControlType } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { type AroundCutOff, aroundCutOff } from './around-cut-off';
import { revisionsByOffice } from './capacity-revisions';
import { givesSlotBack } from './movable';

/** Days shown side by side, the first being today. */
export const DAYS_AHEAD = 7;

export type ControlUse = {
  readonly control: ControlType;
  /** Null where nothing limits it. */
  readonly slots: number | null;
  readonly mandatory: number;
  readonly ranked: number;
  readonly random: number;
  /** Examinations that officers ordered beside the planned control. */
  readonly ordered: number;
  /** Slots nobody holds; null without limit. Some are kept for the random draw. */
  readonly free: number | null;
  /** Worth of the last that worth selected, one of each basis the day saw; none where worth selected none or nothing limits it. */
  readonly cutOff: readonly Worth[];
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
  /** What consignments assessed now are ranked by, and the version of the model it is of; null without one. */
  readonly ranking: { readonly basis: WorthBasis; readonly version: number | null };
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
  const { capacity, undoMinutes } = await policyInForce(db(), today);
  const isGivenBack = givesSlotBack(at, undoMinutes);
  const [revisions, counts, around, ranking] = await Promise.all([
    revisionsByOffice(db(), [officeId], day < today ? day : today),
    countUse(officeId, shown, isGivenBack),
    aroundCutOff(officeId, day, isGivenBack),
    rankingInForce(),
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
    ranking,
  };
}

async function rankingInForce(): Promise<CapacityOverview['ranking']> {
  const [model] = await db()
    .select({ basis: modelVersions.objective, version: modelVersions.version })
    .from(modelStandings)
    .innerJoin(modelVersions, eq(modelVersions.version, modelStandings.version))
    .where(eq(modelStandings.state, 'active'));
  return model ?? { basis: 'score', version: null };
}

type Count = {
  day: string;
  outcome: string;
  control: ControlType | null;
  basis: WorthBasis | null;
  consignments: number;
  lowest: number | null;
};

async function countUse(officeId: string, days: readonly string[], isGivenBack: SQL): Promise<Count[]> {
  const { rows } = await db().execute<Count>(sql`
    with own as (
      select s.consignment_id, s.control_on, s.outcome, s.control, s.worth, s.worth_basis, c.examination_outcome,
        ${isGivenBack} as gives_back
      from ${selections} s join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
      where s.office_id = ${officeId} and s.control_on = any(${sql.param([...days])}::date[]) and s.outcome <> 'none'
        and c.status <> 'withdrawn')
    select control_on::text as day, outcome, control, worth_basis as basis, count(*)::int as consignments, min(worth) as lowest
    from own where not gives_back
    group by control_on, outcome, control, worth_basis
    union all
    select own.control_on::text, 'ordered', e.kind, null, count(distinct own.consignment_id)::int, null
    from own join ${examinations} e on e.consignment_id = own.consignment_id and e.kind <> own.control
    where own.control is not null and own.examination_outcome not in ('none', 'not_done')
    group by own.control_on, e.kind`);
  return rows;
}

function useOf(day: string, slots: Slots, counts: readonly Count[]): DayUse {
  const own = counts.filter((count) => count.day === day);
  const controls = CONTROL_TYPES.map((control): ControlUse => {
    const of = (outcome: string) => own.filter((count) => count.control === control && count.outcome === outcome);
    const count = (outcome: string) => of(outcome).reduce((sum, { consignments }) => sum + consignments, 0);
    const held = {
      mandatory: count('mandatory'),
      ranked: count('ranked'),
      random: count('random'),
      ordered: count('ordered'),
    };
    const limit = slots[control];
    const used = usedOf(held);
    return {
      control,
      slots: limit,
      ...held,
      free: limit === null ? null : Math.max(0, limit - used),
      cutOff: limit === null ? [] : of('ranked').flatMap(lowestOf),
    };
  });
  const leftOut = own.filter(({ outcome }) => outcome === 'no_capacity');
  return { day, controls, leftOut: leftOut.reduce((sum, { consignments }) => sum + consignments, 0) };
}

const lowestOf = ({ basis, lowest }: Count): Worth[] =>
  basis === null || lowest === null ? [] : [{ worth: lowest, worthBasis: basis }];

/** Slots that are used, whoever gave them. */
export const usedOf = ({
  mandatory,
  ranked,
  random,
  ordered,
}: Pick<ControlUse, 'mandatory' | 'ranked' | 'random' | 'ordered'>): number => mandatory + ranked + random + ordered;

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
