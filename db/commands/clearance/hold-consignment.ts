import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { holds } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { decideHold } from '@/lib/clearance/decide-hold';
import { HOLD_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { accept, openChange } from './change/open-change';
import { recordEvent } from './change/record-event';
import { type Changed, writeChange } from './change/write-change';

/** Places a hold on a ground: until it is lifted nothing is released. @throws RefusedError `hold.*`, `status.*`, `claim.*`, `row.*` */
export async function holdConsignment(
  actor: Actor,
  input: z.input<typeof HOLD_INPUT>,
  at = new Date(),
): Promise<Changed & { readonly holdId: string }> {
  authorise(actor, 'clearance.hold');
  const wish = parseInput(HOLD_INPUT, input);
  return inTransaction(async (tx) => {
    const open = await openChange(tx, actor, 'hold', wish, at);
    const { row } = open;
    const openHolds = await tx
      .select({ ground: holds.ground })
      .from(holds)
      .where(and(eq(holds.consignmentId, row.consignmentId), isNull(holds.liftedAt)));
    const grounds = openHolds.map((hold) => hold.ground);
    const { next } = accept(decideHold(row.status, grounds, wish));
    const holdId = randomUUID();
    await tx.insert(holds).values({
      consignmentId: row.consignmentId,
      holdId,
      ground: wish.ground,
      note: wish.note,
      placedBy: actor.id,
      placedByName: actor.name,
      placedAt: at,
    });
    const { changed, standing } = await writeChange(tx, actor, open, { status: next, openHolds: row.openHolds + 1 });
    await recordEvent(tx, actor, row, 'hold_placed', { ground: wish.ground, note: wish.note }, at);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.hold',
        subjectType: 'consignment',
        subjectId: row.consignmentId,
        officeId: row.officeId,
        details: { ...standing, holdId, ground: wish.ground },
        reason: wish.note,
      },
      at,
    );
    return { ...changed, holdId };
  });
}
