import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { webhookDeliveries, webhookSubscriptions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import type { SubscribableKind } from '@/lib/webhooks/told-kinds';

/** An address of a partner as it is shown: never with its secret. */
export type SubscriptionView = {
  readonly subscriptionId: string;
  readonly partnerId: string;
  readonly url: string;
  readonly kinds: readonly SubscribableKind[];
  readonly rowVersion: number;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  /** Until when the secret before the last change signs as well; null when it does not. */
  readonly formerSecretUntil: Date | null;
  readonly waiting: number;
  readonly dead: number;
  readonly lastDeliveredAt: Date | null;
  /** First attempt that failed after the last delivery, whether it is tried again or given up; null while the address is reached or not in use. */
  readonly unreachedSince: Date | null;
};

/** A delivery under its first attempt has not failed yet: an attempt counts when it came to its end. */
const failed = sql`${webhookDeliveries.state} = 'dead'
  or ${webhookDeliveries.state} = 'waiting' and ${webhookDeliveries.attempts} > 0`;
const of = sql`${webhookDeliveries} where ${webhookDeliveries.subscriptionId} = ${webhookSubscriptions.id}`;

const lastDelivered = sql`select max(${webhookDeliveries.settledAt}) from ${of} and ${webhookDeliveries.state} = 'delivered'`;

/** Columns of the view; the counts look at what is not settled and at the log of the last thirty days. */
export const SUBSCRIPTION_COLUMNS = {
  subscriptionId: webhookSubscriptions.id,
  partnerId: webhookSubscriptions.partnerId,
  url: webhookSubscriptions.url,
  kinds: sql<SubscribableKind[]>`${webhookSubscriptions.kinds}`,
  rowVersion: webhookSubscriptions.rowVersion,
  createdAt: webhookSubscriptions.createdAt,
  disabledAt: webhookSubscriptions.disabledAt,
  formerSecretUntil: webhookSubscriptions.formerSecretUntil,
  waiting: sql<number>`(select count(*)::int from ${of} and ${webhookDeliveries.state} = 'waiting')`,
  dead: sql<number>`(select count(*)::int from ${of} and ${webhookDeliveries.state} = 'dead')`,
  lastDeliveredAt: sql<Date | null>`(${lastDelivered})`.mapWith(webhookDeliveries.settledAt),
  unreachedSince: sql<Date | null>`case when ${webhookSubscriptions.disabledAt} is null then (
      select min(${webhookDeliveries.firstAttemptAt}) from ${of} and (${failed})
        and ${webhookDeliveries.firstAttemptAt} > coalesce((${lastDelivered}), '-infinity')) end`.mapWith(
    webhookDeliveries.firstAttemptAt,
  ),
};

/** The addresses of one partner, the oldest first. @throws NotFoundError for a partner that asks for another's */
export async function listSubscriptions(actor: Actor, partnerId: string): Promise<SubscriptionView[]> {
  authorise(actor, 'webhook.read');
  if (!isUuid(partnerId) || (actor.role === 'partner' && actor.partnerId !== partnerId))
    throw new NotFoundError('partner');
  return db()
    .select(SUBSCRIPTION_COLUMNS)
    .from(webhookSubscriptions)
    .where(eq(webhookSubscriptions.partnerId, partnerId))
    .orderBy(asc(webhookSubscriptions.createdAt), asc(webhookSubscriptions.id));
}
