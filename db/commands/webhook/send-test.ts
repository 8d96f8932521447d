import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { now } from '@/db/clock';
import { lockSubscription } from '@/db/queries/webhook/find-subscription';
import { webhookDeliveries } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { contentOfTest } from '@/lib/webhooks/body';
import { SEND_TEST_INPUT } from '@/lib/webhooks/inputs';
import { deliveryOf } from './tell-partner';

/** Puts a test into the outbox, one at a time. @throws NotFoundError, RefusedError `webhook.disabled`, `webhook.test_waits` */
export async function sendTest(
  actor: Actor,
  input: z.input<typeof SEND_TEST_INPUT>,
  at = now(),
): Promise<{ deliveryId: string }> {
  authorise(actor, 'webhook.manage');
  const { subscriptionId } = parseInput(SEND_TEST_INPUT, input);
  return inTransaction(async (tx) => {
    const { partnerId, disabledAt } = await lockSubscription(tx, actor, subscriptionId);
    if (disabledAt) throw refuse('webhook.disabled');
    const [waiting] = await tx
      .select({ id: webhookDeliveries.id })
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.subscriptionId, subscriptionId),
          eq(webhookDeliveries.state, 'waiting'),
          eq(webhookDeliveries.kind, 'test'),
        ),
      )
      .limit(1);
    if (waiting) throw refuse('webhook.test_waits');
    const delivery = deliveryOf(subscriptionId, {
      kind: 'test',
      subjectId: null,
      reference: null,
      occurredAt: at,
      content: contentOfTest(at),
      dueAt: at,
    });
    await tx.insert(webhookDeliveries).values(delivery);
    await writeAudit(
      tx,
      actor,
      {
        action: 'webhook.test',
        subjectType: 'webhook',
        subjectId: subscriptionId,
        details: { partnerId, deliveryId: delivery.id },
      },
      at,
    );
    return { deliveryId: delivery.id };
  });
}
