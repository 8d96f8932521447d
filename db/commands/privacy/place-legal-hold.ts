import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { ofConsignment } from '@/db/queries/clearance/scope';
import { withinHolds } from '@/db/queries/privacy/within-holds';
import { clearances, consignments, legalHolds } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { PLACE_HOLD_INPUT } from '@/lib/privacy/inputs';
import { lockErasing } from './lock-erasing';

/**
 * Says that a consignment, or everything of its sender or recipient, must not be erased, and why (Regulation (EU) 2016/679, Article
 * 17(3)(e)): until another person lifts it nothing of it is, whatever its period.
 * @throws NotFoundError; RefusedError `legal_hold.there`, `legal_hold.erased`
 */
export async function placeLegalHold(
  actor: Actor,
  input: z.input<typeof PLACE_HOLD_INPUT>,
  at = new Date(),
): Promise<{ readonly holdId: string }> {
  authorise(actor, 'privacy.hold');
  const { consignmentId, subject, reason } = parseInput(PLACE_HOLD_INPUT, input);
  return inTransaction(async (tx) => {
    await lockErasing(tx, 'shared');
    const [found] = await tx
      .select({
        officeId: clearances.officeId,
        senderKey: consignments.senderKey,
        recipientKey: consignments.recipientKey,
      })
      .from(clearances)
      .innerJoin(
        consignments,
        and(
          eq(consignments.consignmentId, clearances.consignmentId),
          eq(consignments.receivedOn, clearances.receivedOn),
        ),
      )
      .where(and(ofConsignment(consignmentId), withinHolds(actor, clearances.officeId)));
    if (!found) throw new NotFoundError('consignment');
    const keys = { consignment: null, sender: found.senderKey, recipient: found.recipientKey };
    // The key of an erased party leads to nobody: a hold on it would keep nothing.
    if (keys[subject]?.startsWith('erased:')) throw refuse('legal_hold.erased');
    const holdId = randomUUID();
    const placed = await tx
      .insert(legalHolds)
      .values({
        ...{ holdId, consignmentId, officeId: found.officeId, subject, partyKey: keys[subject], reason },
        ...{ placedBy: actor.id, placedByName: actor.name, placedAt: at },
      })
      .onConflictDoNothing()
      .returning({ holdId: legalHolds.holdId });
    if (placed.length === 0) throw refuse('legal_hold.there');
    await writeAudit(
      tx,
      actor,
      {
        ...{ action: 'privacy.place_hold', subjectType: 'consignment', subjectId: consignmentId },
        ...{ officeId: found.officeId, details: { legalHoldId: holdId, heldSubject: subject }, reason },
      },
      at,
    );
    return { holdId };
  });
}
