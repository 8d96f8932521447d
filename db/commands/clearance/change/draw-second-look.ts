import 'server-only';
import type { Tx } from '@/db/connection';
import { secondLooks } from '@/db/schema';
import { isDrawn, type LookedAt } from '@/lib/clearance/second-look';
import type { Actor } from '@/lib/identity/actor';
import type { OpenChange } from './open-change';

const LOOKED_INTO: readonly string[] = ['conform', 'finding'];

/** What an officer just did alone: the id of its own row, and why. */
export type DoneAlone = { readonly id: string; readonly choice: LookedAt; readonly reason: string };

/**
 * Draws whether another officer looks again, blindly, at what one officer decided alone on a selected consignment. The chance is that of
 * the policy of the day and kept with the draw; the consignment goes its way meanwhile.
 */
export async function drawSecondLook(tx: Tx, actor: Actor, open: OpenChange, done: DoneAlone): Promise<void> {
  const { row, version, policy, at } = open;
  const probability = policy.secondLookProbability;
  if (actor.kind !== 'user' || row.status !== 'selected' || !isDrawn(done.id, probability)) return;
  await tx.insert(secondLooks).values({
    consignmentId: row.consignmentId,
    lookId: done.id,
    receivedOn: row.receivedOn,
    officeId: row.officeId,
    kind: LOOKED_INTO.includes(row.examinationOutcome) ? 'after_examination' : 'by_data',
    firstChoice: done.choice,
    firstReason: done.reason,
    firstBy: actor.id,
    version,
    probability,
    drawnAt: at,
  });
}
