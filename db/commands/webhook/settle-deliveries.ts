import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { webhookAttempts, webhookDeliveries } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { PostOutcome } from '@/db/webhook/post';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { nextAttemptAt } from '@/lib/webhooks/retry';
import type { ClaimedDelivery } from './claim-deliveries';

/** An attempt that came to its end. `random`, from 0 to 1, spreads the next one. */
export type Attempted = {
  readonly delivery: ClaimedDelivery;
  readonly outcome: PostOutcome;
  readonly startedAt: Date;
  readonly at: Date;
  readonly random: number;
};

/** Only an answer of the 200s counts as delivered. */
export function isDelivered({ status }: PostOutcome): boolean {
  return status !== null && status >= 200 && status < 300;
}

/**
 * Writes down what came of attempts, and when the next is due. A worker whose claim was taken over adds its attempt to the log and
 * changes nothing else.
 */
export async function settleDeliveries(actor: Actor, attempted: readonly Attempted[]): Promise<void> {
  authorise(actor, 'webhook.deliver');
  if (attempted.length === 0) return;
  await inTransaction(async (tx) => {
    await insertSet(
      tx,
      webhookAttempts,
      attempted.map(({ delivery, outcome, startedAt }) => ({
        deliveryId: delivery.deliveryId,
        claimNumber: delivery.claimNumber,
        startedAt,
        durationMs: outcome.durationMs,
        responseStatus: outcome.status,
        fault: outcome.fault,
        answer: outcome.answer,
      })),
    );
    const rows = attempted.map((one) => {
      const { delivery, startedAt } = one;
      return { id: delivery.deliveryId, claim: delivery.claimNumber, started_at: startedAt, ...standingAfter(one) };
    });
    await tx.execute(sql`
      update ${webhookDeliveries} as d
      set lease_until = null, state = c.state, due_at = coalesce(c.due_at, d.due_at), settled_at = c.settled_at,
        attempts = d.attempts + 1, first_attempt_at = coalesce(d.first_attempt_at, c.started_at)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as c(id uuid, claim int, state text, due_at timestamptz, settled_at timestamptz, started_at timestamptz)
      where d.id = c.id and d.claim_number = c.claim and d.state = 'waiting'`);
  });
}

/** Where a delivery stands after an attempt, as columns; the time it was due stays where there is no next. */
function standingAfter({ delivery, outcome, startedAt, at, random }: Attempted) {
  if (isDelivered(outcome)) return { state: 'delivered', due_at: null, settled_at: at };
  const next = nextAttemptAt(delivery.attempts + 1, delivery.firstAttemptAt ?? startedAt, at, random);
  return next ? { state: 'waiting', due_at: next, settled_at: null } : { state: 'dead', due_at: null, settled_at: at };
}

/** Gives back what was taken and never sent: the next run takes it at once, and no attempt is counted. */
export async function returnDeliveries(actor: Actor, taken: readonly ClaimedDelivery[]): Promise<void> {
  authorise(actor, 'webhook.deliver');
  if (taken.length === 0) return;
  const rows = taken.map(({ deliveryId: id, claimNumber: claim }) => ({ id, claim }));
  await db().execute(sql`
    update ${webhookDeliveries} as d set lease_until = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, claim int)
    where d.id = c.id and d.claim_number = c.claim and d.state = 'waiting'`);
}
