import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { resolutionActions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { ADD_ACTION_INPUT } from '@/lib/partnership/inputs';
import { ownerOf } from './owner-of';

/** Adds an action to the plan of the resolution. @throws RefusedError `resolution.owner` */
export async function addAction(
  actor: Actor,
  input: z.input<typeof ADD_ACTION_INPUT>,
  at = new Date(),
): Promise<{ actionId: string }> {
  authorise(actor, 'resolution.plan');
  const { place, title, ownerId, dueOn } = parseInput(ADD_ACTION_INPUT, input);
  return inTransaction(async (tx) => {
    const ownerName = await ownerOf(tx, ownerId);
    const actionId = randomUUID();
    const written = { createdAt: at, changedAt: at, changedByName: actor.name, rowVersion: 1 };
    await tx
      .insert(resolutionActions)
      .values({ actionId, place, title, ownerId, ownerName, dueOn, state: 'open', note: null, ...written });
    await writeAudit(
      tx,
      actor,
      {
        action: 'resolution.add_action',
        subjectType: 'resolution',
        subjectId: actionId,
        details: { resolutionPlace: place, title, owner: ownerName, dueOn },
      },
      at,
    );
    return { actionId };
  });
}
