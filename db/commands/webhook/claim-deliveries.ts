import 'server-only';
import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partners, webhookDeliveries, webhookSubscriptions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { bodyOf } from '@/lib/webhooks/body';
import { LEASE_MS } from '@/lib/webhooks/retry';
import type { ToldKind } from '@/lib/webhooks/told-kinds';

/** One delivery in the hands of one worker, ready to be signed and sent. */
export type ClaimedDelivery = {
  readonly deliveryId: string;
  readonly claimNumber: number;
  readonly url: string;
  /** Every secret in force: two while one is being changed. */
  readonly secrets: readonly string[];
  readonly kind: ToldKind;
  readonly sequence: number;
  readonly body: string;
  /** Attempts with this one. */
  readonly attempts: number;
  readonly firstAttemptAt: Date;
};

const isDue = (at: Date) =>
  and(
    eq(webhookDeliveries.state, 'waiting'),
    lte(webhookDeliveries.dueAt, at),
    or(isNull(webhookDeliveries.leaseUntil), lte(webhookDeliveries.leaseUntil, at)),
  );

/** Whoever is shut out is told nothing, in the middle of a run neither. */
const isPartnerLetIn = sql`exists (select 1 from ${partners}
  where ${partners.id} = ${webhookSubscriptions.partnerId} and ${partners.disabledAt} is null)`;

/** Addresses in use for which something is due, of partners that are let in. */
export async function dueSubscriptions(actor: Actor, at: Date): Promise<string[]> {
  authorise(actor, 'webhook.deliver');
  const rows = await db()
    .select({ id: webhookSubscriptions.id })
    .from(webhookSubscriptions)
    .innerJoin(partners, eq(partners.id, webhookSubscriptions.partnerId))
    .where(
      and(
        isNull(webhookSubscriptions.disabledAt),
        isNull(partners.disabledAt),
        sql`exists (select 1 from ${webhookDeliveries}
          where ${webhookDeliveries.subscriptionId} = ${webhookSubscriptions.id} and ${isDue(at)})`,
      ),
    );
  return rows.map(({ id }) => id);
}

/**
 * Takes the next deliveries of one address for a worker, the longest due first. The lock on the subscription keeps two workers
 * apart and a disabled address silent; the condition on each delivery lets one worker have it even without. A delivery gets its
 * number and its final body the first time.
 */
export async function claimDeliveries(
  actor: Actor,
  subscriptionId: string,
  limit: number,
  at: Date,
): Promise<ClaimedDelivery[]> {
  authorise(actor, 'webhook.deliver');
  return inTransaction(async (tx) => {
    const [subscription] = await tx
      .select()
      .from(webhookSubscriptions)
      .where(and(eq(webhookSubscriptions.id, subscriptionId), isNull(webhookSubscriptions.disabledAt), isPartnerLetIn))
      .for('no key update');
    if (!subscription) return [];
    const due = await tx
      .select()
      .from(webhookDeliveries)
      .where(and(eq(webhookDeliveries.subscriptionId, subscriptionId), isDue(at)))
      .orderBy(asc(webhookDeliveries.dueAt), asc(webhookDeliveries.ordinal), asc(webhookDeliveries.id))
      .limit(limit);
    const { secret, formerSecret, formerSecretUntil } = subscription;
    const isChanging = formerSecret !== null && formerSecretUntil !== null && formerSecretUntil > at;
    const secrets = isChanging ? [secret, formerSecret] : [secret];
    let last = subscription.lastSequence;
    const claimed: ClaimedDelivery[] = [];
    for (const row of due) {
      const sequence = row.sequence ?? last + 1;
      const body = row.body ?? bodyOf(row.id, sequence, row.content);
      const mine = {
        sequence,
        body,
        attempts: row.attempts + 1,
        firstAttemptAt: row.firstAttemptAt ?? at,
        claimNumber: row.claimNumber + 1,
      };
      const taken = await tx
        .update(webhookDeliveries)
        .set({ ...mine, leaseUntil: new Date(at.getTime() + LEASE_MS) })
        .where(and(eq(webhookDeliveries.id, row.id), eq(webhookDeliveries.claimNumber, row.claimNumber), isDue(at)))
        .returning({ id: webhookDeliveries.id });
      // Withdrawn or taken in this very moment: its number goes to the next.
      if (taken.length === 0) continue;
      last = Math.max(last, sequence);
      claimed.push({ deliveryId: row.id, url: subscription.url, secrets, kind: row.kind, ...mine });
    }
    if (last > subscription.lastSequence) {
      await tx
        .update(webhookSubscriptions)
        .set({ lastSequence: last })
        .where(eq(webhookSubscriptions.id, subscriptionId));
    }
    return claimed;
  });
}
