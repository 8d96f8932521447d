import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { holds } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideLift } from '@/lib/clearance/decide-hold';
import { LIFT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/** Lifts one hold; the consignment stays where it is. @throws NotFoundError, RefusedError `hold.lifted`, `claim.*`, `row.*` */
export async function liftHold(actor: Actor, input: z.input<typeof LIFT_INPUT>, at = new Date()): Promise<Changed> {
  authorise(actor, 'clearance.lift');
  const wish = parseInput(LIFT_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'lift', wish, at);
    const { row } = open;
    const thisHold = and(eq(holds.consignmentId, row.consignmentId), eq(holds.holdId, wish.holdId));
    const [hold] = await tx.select().from(holds).where(thisHold);
    if (!hold) throw new NotFoundError('hold');
    const { next } = accept(decideLift(row.status, hold));
    await tx
      .update(holds)
      .set({ liftedBy: actor.id, liftedByName: actor.name, liftedAt: at, liftNote: wish.note })
      .where(and(thisHold, isNull(holds.liftedAt)));
    const { changed, standing } = await writeChange(tx, actor, open, { status: next, openHolds: row.openHolds - 1 });
    await recordEvent(tx, actor, row, 'hold_lifted', { ground: hold.ground, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.lift',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, holdId: wish.holdId },
        reason: wish.note,
      },
      at,
    );
    return changed;
  });
}
