import 'server-only';
import { lt, sql } from 'drizzle-orm';
import { webhookAttempts, webhookDeliveries } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { DAY_MS } from '@/lib/kernel/dates';

/** Settled deliveries can be looked up and sent again for this long. */
export const LOG_DAYS = 30;

/** Deliveries of one transaction: a day of a large partner has a million. */
const PER_ROUND = 5_000;

/** Takes settled deliveries out of the log when their time is over. Gives how many. */
export async function dropOldDeliveries(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'webhook.deliver');
  const before = new Date(at.getTime() - LOG_DAYS * DAY_MS);
  let dropped = 0;
  for (;;) {
    const round = await dropRound(before);
    dropped += round;
    if (round < PER_ROUND) return dropped;
  }
}

async function dropRound(before: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const old = await tx
      .select({ id: webhookDeliveries.id })
      .from(webhookDeliveries)
      .where(lt(webhookDeliveries.settledAt, before))
      .limit(PER_ROUND);
    if (old.length === 0) return 0;
    const ids = sql.param(old.map(({ id }) => id));
    await tx.delete(webhookAttempts).where(sql`${webhookAttempts.deliveryId} = any(${ids}::uuid[])`);
    await tx.delete(webhookDeliveries).where(sql`${webhookDeliveries.id} = any(${ids}::uuid[])`);
    return old.length;
  });
}
