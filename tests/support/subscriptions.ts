import { asc, eq } from 'drizzle-orm';
import { createSubscription } from '@/db/commands/webhook/create-subscription';
import { db } from '@/db/connection';
import { webhookAttempts, webhookDeliveries, webhookSubscriptions } from '@/db/schema';
import { SUBSCRIBABLE_KINDS, type SubscribableKind } from '@/lib/webhooks/told-kinds';
import { type Desk, NOW, someone } from './a-desk';

let made = 0;

/** A subscription of the desk's partner to every change, unless told. */
export async function aSubscription(
  { partnerId }: Pick<Desk, 'partnerId'>,
  wish: { readonly kinds?: readonly SubscribableKind[]; readonly url?: string } = {},
): Promise<{ subscriptionId: string; secret: string }> {
  made += 1;
  const { kinds = SUBSCRIBABLE_KINDS, url = `https://hooks.partner.com/${made}` } = wish;
  return createSubscription(someone('admin', 'NLRTM'), { partnerId, url, kinds: [...kinds] }, NOW);
}

/** The outbox of a subscription, in the order of what happened. */
export async function outboxOf(subscriptionId: string) {
  return db()
    .select()
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.subscriptionId, subscriptionId))
    .orderBy(asc(webhookDeliveries.occurredAt), asc(webhookDeliveries.dueAt), asc(webhookDeliveries.ordinal));
}

/** Attempts at a delivery, the first first. */
export async function attemptsAt(deliveryId: string) {
  return db()
    .select()
    .from(webhookAttempts)
    .where(eq(webhookAttempts.deliveryId, deliveryId))
    .orderBy(asc(webhookAttempts.claimNumber));
}

/** The subscription as it stands. */
export async function subscriptionOf(id: string): Promise<typeof webhookSubscriptions.$inferSelect> {
  const [row] = await db().select().from(webhookSubscriptions).where(eq(webhookSubscriptions.id, id));
  if (!row) throw new Error('no such subscription');
  return row;
}
