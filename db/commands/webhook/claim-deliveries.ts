import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/connection';
import { partners, webhookDeliveries, webhookSubscriptions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { toldText } from '@/db/webhook/told-text';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { bodyOf } from '@/lib/webhooks/body';
import { LEASE_MS } from '@/lib/webhooks/retry';
import type { ToldKind } from '@/lib/webhooks/told-kinds';
import { ageLost } from './age-lost';
import { isDue, nextDeliveries } from './next-deliveries';

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
  /** Attempts before this one that came to their end. */
  readonly attempts: number;
  readonly firstAttemptAt: Date | null;
  /** Until when no other worker takes it. */
  readonly leaseUntil: Date;
};

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

/** Those of some addresses that are still in use, of partners that are let in. */
export async function addressesInUse(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  authorise(actor, 'webhook.deliver');
  if (ids.length === 0) return new Set();
  const rows = await db()
    .select({ id: webhookSubscriptions.id })
    .from(webhookSubscriptions)
    .where(and(inArray(webhookSubscriptions.id, [...ids]), isNull(webhookSubscriptions.disabledAt), isPartnerLetIn));
  return new Set(rows.map(({ id }) => id));
}

/**
 * Takes the next deliveries of one address for a worker, in the order of `nextDeliveries`. The lock on the subscription keeps two
 * workers apart and a disabled address silent; the condition on each delivery lets one worker have it even without. A delivery gets its
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
    const leaseUntil = new Date(at.getTime() + LEASE_MS);
    const next = await takeNext(tx, subscriptionId, limit, at, leaseUntil);
    if (next.length === 0) return [];
    const { url, secret, formerSecret, formerSecretUntil } = subscription;
    const isChanging = formerSecret !== null && formerSecretUntil !== null && formerSecretUntil > at;
    const secrets = isChanging ? [secret, formerSecret] : [secret];
    let last = subscription.lastSequence;
    const claimed = next.map((row): ClaimedDelivery => {
      const sequence = row.sequence ?? ++last;
      return {
        deliveryId: row.id,
        url,
        secrets,
        kind: row.kind,
        sequence,
        body: toldText(row.kind, row.body ?? bodyOf(row.id, sequence, row.content)),
        attempts: row.attempts,
        firstAttemptAt: row.firstAttemptAt,
        claimNumber: row.claimNumber,
        leaseUntil,
      };
    });
    await keepBodies(tx, claimed);
    if (last > subscription.lastSequence) {
      await tx
        .update(webhookSubscriptions)
        .set({ lastSequence: last })
        .where(eq(webhookSubscriptions.id, subscriptionId));
    }
    return claimed;
  });
}

/** Takes the next that nobody withdrew or took in this very moment, so that none but these is numbered. */
async function takeNext(tx: Tx, subscriptionId: string, limit: number, at: Date, leaseUntil: Date) {
  await ageLost(tx, subscriptionId, at);
  const ids = (await nextDeliveries(tx, subscriptionId, limit, at)).map(({ id }) => id);
  if (ids.length === 0) return [];
  const taken = await tx
    .update(webhookDeliveries)
    .set({ claimNumber: sql`${webhookDeliveries.claimNumber} + 1`, leaseUntil })
    .where(and(inArray(webhookDeliveries.id, ids), isDue(at)))
    .returning();
  return taken.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

async function keepBodies(tx: Tx, claimed: readonly ClaimedDelivery[]): Promise<void> {
  const rows = claimed.map(({ deliveryId: id, sequence, body }) => ({ id, sequence, body }));
  await tx.execute(sql`
    update ${webhookDeliveries} as d
    set sequence = c.sequence, body = c.body
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, sequence bigint, body text)
    where d.id = c.id`);
}
