import 'server-only';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partners, webhookSubscriptions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import { isWithin } from './find-subscription';
import { SUBSCRIPTION_COLUMNS, type SubscriptionView } from './list-subscriptions';

/** One address of a partner, with the partner's name. @throws NotFoundError */
export async function getSubscription(
  actor: Actor,
  subscriptionId: string,
): Promise<SubscriptionView & { readonly partnerName: string }> {
  authorise(actor, 'webhook.read');
  const [found] = isUuid(subscriptionId)
    ? await db()
        .select({ ...SUBSCRIPTION_COLUMNS, partnerName: partners.name })
        .from(webhookSubscriptions)
        .innerJoin(partners, eq(partners.id, webhookSubscriptions.partnerId))
        .where(and(eq(webhookSubscriptions.id, subscriptionId), isWithin(actor)))
    : [];
  if (!found) throw new NotFoundError('webhook');
  return found;
}
