import 'server-only';
import { lt } from 'drizzle-orm';
import { db } from '@/db/connection';
import { webhookDeliveries } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { DAY_MS } from '@/lib/kernel/dates';

/** Settled deliveries can be looked up and sent again for this long. */
export const LOG_DAYS = 30;

/** Takes settled deliveries out of the log when their time is over. Gives how many. */
export async function dropOldDeliveries(actor: Actor, at = new Date()): Promise<number> {
  authorise(actor, 'webhook.deliver');
  const dropped = await db()
    .delete(webhookDeliveries)
    .where(lt(webhookDeliveries.settledAt, new Date(at.getTime() - LOG_DAYS * DAY_MS)));
  return dropped.rowCount ?? 0;
}
