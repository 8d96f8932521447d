import 'server-only';
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { accept } from '@/db/commands/clearance/change/open-change';
import { LOOK_STANDS, openedSince } from '@/db/queries/second-look/conditions';
import { secondLooks } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { ANSWER_LOOK_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import { decideLook } from '@/lib/clearance/second-look';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';

/**
 * Says what the officer would have done with a consignment and why, once, not knowing what was done. Nothing of the consignment changes
 * by it. @throws NotFoundError for a foreign office too, RefusedError `look.*`
 */
export async function answerSecondLook(
  actor: Actor,
  input: z.input<typeof ANSWER_LOOK_INPUT>,
  at = now(),
): Promise<{ readonly consignmentId: string }> {
  authorise(actor, 'clearance.second_look');
  const { consignmentId, lookId, ...wish } = parseInput(ANSWER_LOOK_INPUT, input);
  const isLook = and(eq(secondLooks.consignmentId, consignmentId), eq(secondLooks.lookId, lookId));
  return inTransaction(async (tx) => {
    const [look] = await tx
      .select({ ...getTableColumns(secondLooks), stands: sql<boolean>`(${LOOK_STANDS})` })
      .from(secondLooks)
      .where(and(isLook, inArray(secondLooks.officeId, [...actor.officeIds])))
      .for('update');
    if (!look) throw new NotFoundError('second look');
    const seen = await openedSince(tx, actor, [consignmentId], look.takenAt ?? look.drawnAt);
    accept(decideLook({ ...look, hasSeen: seen.size > 0 }, wish, actor.id));
    const reason = wish.answer === 'no_view' ? null : wish.reason;
    await tx.update(secondLooks).set({ answeredAt: at, answer: wish.answer, reason, note: wish.note }).where(isLook);
    await writeAudit(
      tx,
      actor,
      {
        action: 'clearance.answer_look',
        subjectType: 'consignment',
        subjectId: consignmentId,
        officeId: look.officeId,
        details: { lookId, answer: wish.answer, lookReason: reason },
        reason: wish.note,
      },
      at,
    );
    return { consignmentId };
  });
}
