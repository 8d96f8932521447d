import 'server-only';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import { findSubscription } from '@/db/queries/webhook/find-subscription';
import { webhookDeliveries, webhookSubscriptions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { refuse } from '@/lib/kernel/errors';
import { SUBSCRIPTION_WITH_REASON_INPUT } from '@/lib/webhooks/inputs';

type Input = z.input<typeof SUBSCRIPTION_WITH_REASON_INPUT>;

/** Stops telling an address; what waits to be sent is dropped. @throws NotFoundError, RefusedError `already_disabled` */
export async function disableSubscription(actor: Actor, input: Input, at = new Date()): Promise<void> {
  authorise(actor, 'webhook.manage');
  await setUse(actor, input, false, at);
}

/** Tells an address again, from the next change on; what an import wrote down before it saw the address switched off is dropped. @throws NotFoundError, RefusedError `not_disabled` */
export async function enableSubscription(actor: Actor, input: Input, at = new Date()): Promise<void> {
  authorise(actor, 'webhook.manage');
  await setUse(actor, input, true, at);
}

async function setUse(actor: Actor, input: Input, isInUse: boolean, at: Date): Promise<void> {
  const { subscriptionId, reason } = parseInput(SUBSCRIPTION_WITH_REASON_INPUT, input);
  await inTransaction(async (tx) => {
    const { partnerId } = await findSubscription(tx, actor, subscriptionId);
    const { disabledAt, rowVersion } = webhookSubscriptions;
    const changed = await tx
      .update(webhookSubscriptions)
      .set({ disabledAt: isInUse ? null : at, rowVersion: sql`${rowVersion} + 1` })
      .where(and(eq(webhookSubscriptions.id, subscriptionId), isInUse ? isNotNull(disabledAt) : isNull(disabledAt)))
      .returning({ id: webhookSubscriptions.id });
    if (changed.length === 0) throw refuse(isInUse ? 'not_disabled' : 'already_disabled');
    const dropped = await tx
      .update(webhookDeliveries)
      .set({ state: 'cancelled', settledAt: at })
      .where(and(eq(webhookDeliveries.subscriptionId, subscriptionId), eq(webhookDeliveries.state, 'waiting')))
      .returning({ id: webhookDeliveries.id });
    await writeAudit(
      tx,
      actor,
      {
        action: isInUse ? 'webhook.enable' : 'webhook.disable',
        subjectType: 'webhook',
        subjectId: subscriptionId,
        reason,
        details: { partnerId, dropped: dropped.length },
      },
      at,
    );
  });
}
