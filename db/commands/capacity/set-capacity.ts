import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { revisionsByOffice } from '@/db/queries/capacity/capacity-revisions';
import { daysInUse } from '@/db/queries/capacity/day-pool';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { capacityRevisions } from '@/db/schema';
import { sqlState } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import { daysOfScope, SET_CAPACITY_INPUT } from '@/lib/capacity/inputs';
import { holdsOn, slotsOn } from '@/lib/capacity/plan';
import type { Slots } from '@/lib/capacity/slots';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { lockPlan, waitAtMost } from './lock-slots';
import { type Moved, moveSelected } from './move-selected';
import { movesOfDay } from './moves-of-day';

export type CapacitySet = { readonly revision: number; readonly movedIn: number; readonly movedOut: number };

const LOCK_NOT_AVAILABLE = '55P03';

/** How long each try waits for a lock, and how many tries there are. */
export type Patience = { readonly waitMs: number; readonly tries: number };

/**
 * A batch of the office under way holds its slots for seconds; who changes them waits for it, and not for ever. Batches that come
 * meanwhile queue behind who waits: never longer than one try.
 */
const PATIENCE: Patience = { waitMs: 2_000, tries: 6 };
const STATEMENT_MS = 60_000;

/**
 * Sets the slots of an office for a day, a weekday or every day from then on, and moves what that changes on days that have
 * consignments already: the least worthy that nobody began with give way, the worthiest that wait come in.
 * @throws NotFoundError of another office; RefusedError `capacity.past`, `capacity.busy`, `changed_meanwhile`
 */
export async function setCapacity(
  actor: Actor,
  input: z.input<typeof SET_CAPACITY_INPUT>,
  at = new Date(),
  patience = PATIENCE,
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
  const set = () =>
    inTransaction(
      async (tx) => {
        await waitAtMost(tx, patience.waitMs);
        await lockPlan(tx, officeId);
        const [last] = await tx
          .select({ revision: capacityRevisions.revision })
          .from(capacityRevisions)
          .where(eq(capacityRevisions.officeId, officeId))
          .orderBy(desc(capacityRevisions.revision))
          .limit(1);
        if ((last?.revision ?? 0) !== seen) throw refuse('changed_meanwhile');
        const revision = seen + 1;
        const { capacity } = await policyInForce(tx, today);
        const before = slotsOn(
          (await revisionsByOffice(tx, [officeId], today)).get(officeId) ?? [],
          day,
          capacity.slots,
        );
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
          const share = { randomShare: capacity.randomShare };
          moves.push(...(await movesOfDay(tx, { officeId, controlOn: used, slots, ...share }, at)).moves);
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
      },
      { statementTimeoutMs: STATEMENT_MS },
    );
  return inTries(set, patience);
}

/**
 * Tries again what waited too long for a lock, after a pause in which the batches that queued behind it go first.
 * @throws RefusedError `capacity.busy` where no try found the slots free
 */
async function inTries<T>(run: () => Promise<T>, { tries, waitMs }: Patience): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await run();
    } catch (error) {
      if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw error;
      if (left <= 1) throw refuse('capacity.busy');
      await sleep(waitMs / 4);
    }
  }
}
