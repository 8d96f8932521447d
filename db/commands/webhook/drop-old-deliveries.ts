import 'server-only';
import { lt, sql } from 'drizzle-orm';
import { webhookAttempts, webhookDeliveries } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { DAY_MS } from '@/lib/kernel/dates';

/** Settled deliveries can be looked up and sent again for this long. */
export const LOG_DAYS = 30;

/** Takes settled deliveries out of the log when their time is over. Gives how many. */
export async function dropOldDeliveries(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'webhook.deliver');
  return inTransaction(async (tx) => {
    const dropped = await tx
      .delete(webhookDeliveries)
      .where(lt(webhookDeliveries.settledAt, new Date(at.getTime() - LOG_DAYS * DAY_MS)))
      .returning({ id: webhookDeliveries.id });
    const ids = sql.param(dropped.map(({ id }) => id));
    if (dropped.length > 0)
      await tx.delete(webhookAttempts).where(sql`${webhookAttempts.deliveryId} = any(${ids}::uuid[])`);
    return dropped.length;
  });
}
