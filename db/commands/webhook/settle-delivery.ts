import 'server-only';
import { and, eq } from 'drizzle-orm';
import { webhookAttempts, webhookDeliveries } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { PostOutcome } from '@/db/webhook/post';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { nextAttemptAt } from '@/lib/webhooks/retry';
import type { ClaimedDelivery } from './claim-deliveries';

/**
 * Writes down what came of an attempt, and when the next is due. Only an answer of the 200s counts as delivered. A worker whose
 * claim was taken over adds its attempt to the log and changes nothing else.
 */
export async function settleDelivery(
  actor: Actor,
  delivery: ClaimedDelivery,
  outcome: PostOutcome,
  times: { readonly startedAt: Date; readonly at: Date; readonly random: number },
): Promise<void> {
  authorise(actor, 'webhook.deliver');
  const { startedAt, at, random } = times;
  const isDelivered = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
  const next = isDelivered ? null : nextAttemptAt(delivery.attempts, delivery.firstAttemptAt, at, random);
  await inTransaction(async (tx) => {
    await tx.insert(webhookAttempts).values({
      deliveryId: delivery.deliveryId,
      claimNumber: delivery.claimNumber,
      startedAt,
      durationMs: outcome.durationMs,
      responseStatus: outcome.status,
      fault: outcome.fault,
      answer: outcome.answer,
    });
    await tx
      .update(webhookDeliveries)
      .set({
        leaseUntil: null,
        ...(next ? { dueAt: next } : { state: isDelivered ? 'delivered' : 'dead', settledAt: at }),
      })
      .where(
        and(
          eq(webhookDeliveries.id, delivery.deliveryId),
          eq(webhookDeliveries.claimNumber, delivery.claimNumber),
          eq(webhookDeliveries.state, 'waiting'),
        ),
      );
  });
}
