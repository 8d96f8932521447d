import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { custody, exhibits } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideMove } from '@/lib/clearance/decide-move';
import { MOVE_EXHIBIT_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/** Hands an exhibit on, or takes it elsewhere: the next step of its chain of custody. @throws NotFoundError, RefusedError `exhibit.*`, `status.*`, `row.*` */
export async function moveExhibit(
  actor: Actor,
  input: z.input<typeof MOVE_EXHIBIT_INPUT>,
  at = now(),
): Promise<Changed> {
  authorise(actor, 'clearance.seize');
  const wish = parseInput(MOVE_EXHIBIT_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'move_exhibit', wish, at);
    const { row } = open;
    const { consignmentId } = row;
    const { exhibitId, holder, place, reason } = wish;
    const [last] = await tx
      .select({ step: custody.step, holder: custody.toHolder, place: custody.place, number: exhibits.number })
      .from(custody)
      .innerJoin(
        exhibits,
        and(eq(exhibits.consignmentId, custody.consignmentId), eq(exhibits.exhibitId, custody.exhibitId)),
      )
      .where(and(eq(custody.consignmentId, consignmentId), eq(custody.exhibitId, exhibitId)))
      .orderBy(desc(custody.step))
      .limit(1);
    if (!last) throw new NotFoundError('exhibit');
    const { next } = accept(decideMove(row.status, last, wish));
    await tx.insert(custody).values({
      consignmentId,
      exhibitId,
      step: last.step + 1,
      fromHolder: last.holder,
      toHolder: holder,
      place,
      reason,
      recordedBy: actor.id,
      recordedByName: actor.name,
      at,
    });
    const { changed, standing } = await writeChange(tx, actor, open, { status: next });
    await recordEvent(tx, actor, row, 'exhibit_moved', { exhibit: last.number, place }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.move_exhibit',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: row.officeId,
        details: { ...standing, exhibitId, exhibit: last.number, place },
        reason,
      },
      at,
    );
    return changed;
  });
}
