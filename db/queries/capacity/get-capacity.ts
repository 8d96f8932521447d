import 'server-only';
import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { OfficeName } from '@/db/queries/identity/find-session';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { capacityRevisions, modelStandings, modelVersions, offices } from '@/db/schema';
import { slotsOn } from '@/lib/capacity/plan';
import type { Slots } from '@/lib/capacity/slots';
import type { WorthBasis } from '@/lib/capacity/worth';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { type AroundCutOff, aroundCutOff } from './around-cut-off';
import { revisionsByOffice } from './capacity-revisions';
import { countUse, type DayUse, useOf } from './day-use';
import { givesSlotBack } from './movable';

/** Days shown side by side, the first being today. */
export const DAYS_AHEAD = 7;

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
    countUse([officeId], shown, isGivenBack),
    aroundCutOff(officeId, day, isGivenBack),
    rankingInForce(),
  ]);
  const holding = revisions.get(officeId) ?? [];
  const on = (one: string) => useOf(officeId, one, slotsOn(holding, one, capacity.slots).slots, counts);
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
