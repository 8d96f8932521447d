import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { withinHolds } from '@/db/queries/privacy/within-holds';
import { legalHolds } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { LIFT_HOLD_INPUT } from '@/lib/privacy/inputs';

/**
 * Lifts a legal hold, with the reason: by another person than placed it. What its period was over for is erased by the next round.
 * @throws NotFoundError; RefusedError `legal_hold.own`, `legal_hold.lifted`
 */
export async function liftLegalHold(
  actor: Actor,
  input: z.input<typeof LIFT_HOLD_INPUT>,
  at = new Date(),
): Promise<void> {
  authorise(actor, 'privacy.hold');
  const { holdId, reason } = parseInput(LIFT_HOLD_INPUT, input);
  await inTransaction(async (tx) => {
    const own = and(eq(legalHolds.holdId, holdId), withinHolds(actor, legalHolds.officeId));
    const [hold] = await tx.select().from(legalHolds).where(own);
    if (!hold) throw new NotFoundError('legal_hold');
    if (hold.placedBy === actor.id) throw refuse('legal_hold.own');
    const lifted = await tx
      .update(legalHolds)
      .set({ liftedBy: actor.id, liftedByName: actor.name, liftedAt: at, liftReason: reason })
      .where(and(own, isNull(legalHolds.liftedAt), ne(legalHolds.placedBy, actor.id)))
      .returning({ holdId: legalHolds.holdId });
    if (lifted.length === 0) throw refuse('legal_hold.lifted');
    await writeAudit(
      tx,
      actor,
      {
        ...{ action: 'privacy.lift_hold', subjectType: 'consignment', subjectId: hold.consignmentId },
        ...{ officeId: hold.officeId, details: { legalHoldId: holdId, heldSubject: hold.subject }, reason },
      },
      at,
    );
  });
}
