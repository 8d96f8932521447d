import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { revisionsByOffice } from '@/db/queries/capacity/capacity-revisions';
import { dayPool, daysInUse } from '@/db/queries/capacity/day-pool';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { capacityRevisions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { daysOfScope, SET_CAPACITY_INPUT } from '@/lib/capacity/inputs';
import { holdsOn, slotsOn } from '@/lib/capacity/plan';
import { resettle } from '@/lib/capacity/resettle';
import type { Slots } from '@/lib/capacity/slots';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { lockPlans } from './lock-slots';
import { lockMovable, type Moved, moveSelected } from './move-selected';

export type CapacitySet = { readonly revision: number; readonly movedIn: number; readonly movedOut: number };

/**
 * Sets the slots of an office for a day, a weekday or every day from then on, and moves what that changes on days that have
 * consignments already: the least worthy that nobody began with give way, the worthiest that wait come in.
 * @throws NotFoundError of another office; RefusedError `capacity.past`, `changed_meanwhile`
 */
export async function setCapacity(
  actor: Actor,
  input: z.input<typeof SET_CAPACITY_INPUT>,
  at = new Date(),
): Promise<CapacitySet> {
  authorise(actor, 'capacity.set');
  const {
    officeId,
    day,
    scope,
    documents,
    nii,
    physical,
    revision: seen,
    reason,
  } = parseInput(SET_CAPACITY_INPUT, input);
  if (!actor.officeIds.includes(officeId)) throw new NotFoundError('office');
  const today = dayOf(at);
  if (day < today) throw refuse('capacity.past');
  const slots: Slots = { documents, nii, physical };
  return inTransaction(async (tx) => {
    await lockPlans(tx);
    const [last] = await tx
      .select({ revision: capacityRevisions.revision })
      .from(capacityRevisions)
      .where(eq(capacityRevisions.officeId, officeId))
      .orderBy(desc(capacityRevisions.revision))
      .limit(1);
    if ((last?.revision ?? 0) !== seen) throw refuse('changed_meanwhile');
    const revision = seen + 1;
    const { capacity } = await policyInForce(tx, today);
    const before = slotsOn((await revisionsByOffice(tx, [officeId], today)).get(officeId) ?? [], day, capacity.slots);
    const days = daysOfScope(scope, day);
    await tx.insert(capacityRevisions).values({
      officeId,
      revision,
      ...days,
      weekdays: [...days.weekdays],
      documentsSlots: documents,
      niiSlots: nii,
      physicalSlots: physical,
      reason,
      changedBy: actor.id,
      changedByName: actor.name,
      changedAt: at,
    });
    const moves: Moved[] = [];
    for (const used of (await daysInUse(tx, officeId, day)).filter((one) => holdsOn(days, one))) {
      moves.push(...(await movesOfDay(tx, { officeId, day: used, slots, randomShare: capacity.randomShare }, at)));
    }
    await moveSelected(tx, actor, moves, { at, because: 'slots' });
    const movedIn = moves.filter(({ from }) => from === null).length;
    const movedOut = moves.filter(({ selection }) => selection.control === null).length;
    await writeAudit(
      tx,
      actor,
      {
        action: 'capacity.set',
        subjectType: 'office',
        subjectId: officeId,
        officeId,
        reason,
        details: {
          before: { documents: before.slots.documents, nii: before.slots.nii, physical: before.slots.physical },
          after: { documents, nii, physical },
          revision,
          day,
          scope,
          movedIn,
          movedOut,
        },
      },
      at,
    );
    return { revision, movedIn, movedOut };
  });
}

type Day = { readonly officeId: string; readonly day: string; readonly slots: Slots; readonly randomShare: number };

/** The moves of a day, all of them ours: whoever was begun with in the very moment keeps the slot. */
async function movesOfDay(tx: Tx, { officeId, day, slots, randomShare }: Day, at: Date): Promise<Moved[]> {
  const pool = await dayPool(tx, officeId, day, at);
  const receivedOn = new Map([...pool.occupants, ...pool.waiting].map((one) => [one.id, one.receivedOn]));
  const gone = new Set<string>();
  for (;;) {
    const occupants = pool.occupants.map((one) => (gone.has(one.id) ? { ...one, isMovable: false } : one));
    const waiting = pool.waiting.filter(({ id }) => !gone.has(id));
    const moves = resettle(slots, randomShare, occupants, waiting).map((move) => ({
      ...move,
      receivedOn: receivedOn.get(move.id) ?? '',
    }));
    const ours = await lockMovable(tx, moves, at);
    const lost = moves.filter(({ id }) => !ours.has(id));
    if (lost.length === 0) return moves;
    for (const { id } of lost) gone.add(id);
  }
}
