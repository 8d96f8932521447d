import 'server-only';
import { and, eq, gt, inArray, ne } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { webhookDeliveries } from '@/db/schema';
import { refuse } from '@/lib/kernel/errors';
import { WITHHELD_KINDS } from '@/lib/webhooks/told-kinds';

/**
 * Takes a decision that is being undone out of the outbox. A delivery that a worker has begun to send is told already, whoever
 * of the two was quicker: then the undo is refused. @throws RefusedError `undo.transmitted`
 */
export async function withdrawDecision(tx: Tx, consignmentId: string, decidedAt: Date, at: Date): Promise<void> {
  const isOfDecision = and(
    eq(webhookDeliveries.subjectId, consignmentId),
    inArray(webhookDeliveries.kind, [...WITHHELD_KINDS]),
    eq(webhookDeliveries.occurredAt, decidedAt),
    ne(webhookDeliveries.state, 'cancelled'),
  );
  const written = await tx.select({ id: webhookDeliveries.id }).from(webhookDeliveries).where(isOfDecision);
  if (written.length === 0) return;
  const withdrawn = await tx
    .update(webhookDeliveries)
    .set({ state: 'cancelled', settledAt: at })
    .where(and(isOfDecision, eq(webhookDeliveries.claimNumber, 0)))
    .returning({ id: webhookDeliveries.id });
  if (withdrawn.length < written.length) throw refuse('undo.transmitted', { at: at.getTime() });
}

/**
 * What left because it was paid is not told afterwards that it is to be paid: takes those notices out of the outbox whose time, in which
 * the officer might have taken the decision back, is not over.
 */
export async function cancelAwaited(tx: Tx, consignmentIds: readonly string[], at: Date): Promise<void> {
  await tx
    .update(webhookDeliveries)
    .set({ state: 'cancelled', settledAt: at })
    .where(
      and(
        inArray(webhookDeliveries.subjectId, [...consignmentIds]),
        eq(webhookDeliveries.kind, 'payment_awaited'),
        eq(webhookDeliveries.state, 'waiting'),
        eq(webhookDeliveries.claimNumber, 0),
        gt(webhookDeliveries.dueAt, at),
      ),
    );
}
