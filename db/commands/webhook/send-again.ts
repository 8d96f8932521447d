import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { lockSubscription } from '@/db/queries/webhook/find-subscription';
import { webhookDeliveries } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { SEND_AGAIN_INPUT } from '@/lib/webhooks/inputs';

/**
 * Sends a delivery once more, with the same id, number and body, and a day of attempts before it: one that was given up, or one
 * the receiver lost. @throws NotFoundError, RefusedError `webhook.disabled`, `webhook.not_settled`
 */
export async function sendAgain(actor: Actor, input: z.input<typeof SEND_AGAIN_INPUT>, at = now()): Promise<void> {
  authorise(actor, 'webhook.manage');
  const { deliveryId } = parseInput(SEND_AGAIN_INPUT, input);
  await inTransaction(async (tx) => {
    const [delivery] = await tx
      .select({ subscriptionId: webhookDeliveries.subscriptionId })
      .from(webhookDeliveries)
      .where(eq(webhookDeliveries.id, deliveryId));
    if (!delivery) throw new NotFoundError('delivery');
    const subscription = await lockSubscription(tx, actor, delivery.subscriptionId);
    if (subscription.disabledAt) throw refuse('webhook.disabled');
    const again = await tx
      .update(webhookDeliveries)
      .set({ state: 'waiting', dueAt: at, attempts: 0, firstAttemptAt: null, leaseUntil: null, settledAt: null })
      .where(and(eq(webhookDeliveries.id, deliveryId), inArray(webhookDeliveries.state, ['dead', 'delivered'])))
      .returning({ id: webhookDeliveries.id });
    if (again.length === 0) throw refuse('webhook.not_settled');
    await writeAudit(
      tx,
      actor,
      {
        action: 'webhook.send_again',
        subjectType: 'webhook',
        subjectId: subscription.id,
        details: { partnerId: subscription.partnerId, deliveryId },
      },
      at,
    );
  });
}
