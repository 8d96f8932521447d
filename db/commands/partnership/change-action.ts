import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { resolutionActions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { CHANGE_ACTION_INPUT } from '@/lib/partnership/inputs';
import { ownerOf } from './owner-of';

/**
 * Changes owner, date or state of an action of the plan, as it was seen.
 * @throws NotFoundError; RefusedError `resolution.changed` where somebody was faster, `resolution.owner`
 */
export async function changeAction(
  actor: Actor,
  input: z.input<typeof CHANGE_ACTION_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'resolution.plan');
  const { actionId, rowVersion, ownerId, dueOn, state, note } = parseInput(CHANGE_ACTION_INPUT, input);
  await inTransaction(async (tx) => {
    const [before] = await tx.select().from(resolutionActions).where(eq(resolutionActions.actionId, actionId));
    if (!before) throw new NotFoundError('resolution');
    const ownerName = ownerId === before.ownerId ? before.ownerName : await ownerOf(tx, ownerId);
    const written = await tx
      .update(resolutionActions)
      .set({
        ownerId,
        ownerName,
        dueOn,
        state,
        note,
        changedAt: at,
        changedByName: actor.name,
        rowVersion: rowVersion + 1,
      })
      .where(and(eq(resolutionActions.actionId, actionId), eq(resolutionActions.rowVersion, rowVersion)))
      .returning({ id: resolutionActions.actionId });
    if (written.length === 0) throw refuse('resolution.changed', { name: before.changedByName });
    await writeAudit(
      tx,
      actor,
      {
        action: 'resolution.change_action',
        subjectType: 'resolution',
        subjectId: actionId,
        reason: note,
        details: {
          title: before.title,
          before: { owner: before.ownerName, dueOn: before.dueOn, planState: before.state },
          after: { owner: ownerName, dueOn, planState: state },
        },
      },
      at,
    );
  });
}
