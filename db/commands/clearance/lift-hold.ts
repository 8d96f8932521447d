import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { agencies, holds } from '@/db/schema';
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

/**
 * Lifts one hold; the consignment stays where it is. Customs may lift that of an agency too, and says why.
 * @throws NotFoundError, RefusedError `hold.lifted`, `hold.lift_note_required`, `claim.*`, `row.*`
 */
export async function liftHold(actor: Actor, input: z.input<typeof LIFT_INPUT>, at = now()): Promise<Changed> {
  authorise(actor, 'clearance.lift');
  const wish = parseInput(LIFT_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'lift', wish, at);
    const { row } = open;
    const thisHold = and(eq(holds.consignmentId, row.consignmentId), eq(holds.holdId, wish.holdId));
    const [found] = await tx
      .select({ hold: holds, agency: agencies.name })
      .from(holds)
      .leftJoin(agencies, eq(agencies.id, holds.agencyId))
      .where(thisHold);
    if (!found) throw new NotFoundError('hold');
    const { hold, agency } = found;
    const { next } = accept(decideLift(row.status, hold, wish.note));
    await tx
      .update(holds)
      .set({ liftedBy: actor.id, liftedByName: actor.name, liftedAt: at, liftNote: wish.note })
      .where(and(thisHold, isNull(holds.liftedAt)));
    const { changed, standing } = await writeChange(tx, actor, open, { status: next, openHolds: row.openHolds - 1 });
    await recordEvent(
      tx,
      actor,
      row,
      'hold_lifted',
      { ground: hold.ground, note: wish.note, ...(agency ? { agency } : {}) },
      at,
    );
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
