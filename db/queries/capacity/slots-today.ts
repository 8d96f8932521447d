import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { OfficeName } from '@/db/queries/identity/find-session';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { offices } from '@/db/schema';
import { slotsOn } from '@/lib/capacity/plan';
import { isLimited } from '@/lib/capacity/slots';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { revisionsByOffice } from './capacity-revisions';
import { countUse, type DayUse, usedOf, useOf } from './day-use';
import { givesSlotBack } from './movable';

export type OfficeSlots = { readonly office: OfficeName; readonly use: DayUse };

/** The slots of this UTC day and how many are used, at each office of the actor that limits any or uses one. */
export async function slotsToday(actor: Actor, at = new Date()): Promise<readonly OfficeSlots[]> {
  authorise(actor, 'clearance.supervise');
  const today = dayOf(at);
  const { capacity, undoMinutes } = await policyInForce(db(), today);
  const [named, revisions, counts] = await Promise.all([
    db()
      .select({ id: offices.id, name: offices.name })
      .from(offices)
      .where(inArray(offices.id, [...actor.officeIds]))
      .orderBy(asc(offices.name), asc(offices.id)),
    revisionsByOffice(db(), actor.officeIds, today),
    countUse(actor.officeIds, [today], givesSlotBack(at, undoMinutes)),
  ]);
  return named.flatMap((office) => {
    const { slots } = slotsOn(revisions.get(office.id) ?? [], today, capacity.slots);
    const use = useOf(office.id, today, slots, counts);
    return isLimited(slots) || use.controls.some((one) => usedOf(one) > 0) ? [{ office, use }] : [];
  });
}
