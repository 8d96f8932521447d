import { sql } from 'drizzle-orm';
import { check, index, integer, pgSchema, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { DELIVERY_STATES, TOLD_KINDS } from '@/lib/webhooks/told-kinds';
import { count, instant } from './columns';
import { partners } from './identity';

export const webhookSchema = pgSchema('webhook');

/** An address of a partner that is told of changes, and of which ones. */
export const webhookSubscriptions = webhookSchema.table(
  'subscriptions',
  {
    id: uuid('id').primaryKey(),
    partnerId: uuid('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    url: text('url').notNull(),
    kinds: text('kinds', { enum: TOLD_KINDS }).array().notNull(),
    /** Signs every delivery. It must be readable to sign with; no query gives it out, only the sender reads it. */
    secret: text('secret').notNull(),
    /** The secret before the last change signs beside the new one until this instant, so that receivers can change over. */
    formerSecret: text('former_secret'),
    formerSecretUntil: instant('former_secret_until'),
    /** Number of the last delivery that was numbered; they count from 1 without gaps. */
    lastSequence: count('last_sequence').notNull().default(0),
    /** Raised by every change a person makes; a change made on an older state loses. */
    rowVersion: integer('row_version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    disabledAt: instant('disabled_at'),
  },
  (t) => [
    // Every change told asks: who of this partner wants to know? One address is told once.
    uniqueIndex('subscriptions_url').on(t.partnerId, t.url),
    check('subscriptions_former_whole', sql`(former_secret is null) = (former_secret_until is null)`),
  ],
);

/** The outbox: one row a subscription and change, written in the transaction of the change. */
export const webhookDeliveries = webhookSchema.table(
  'deliveries',
  {
    id: uuid('id').primaryKey(),
    subscriptionId: uuid('subscription_id').notNull(),
    kind: text('kind', { enum: TOLD_KINDS }).notNull(),
    /** The consignment or submission told of; null for a test. */
    subjectId: uuid('subject_id'),
    reference: text('reference'),
    occurredAt: instant('occurred_at').notNull(),
    /** What is told, as JSON text; number and id are set before it when it is first sent. */
    content: text('content').notNull(),
    sequence: count('sequence'),
    /** The bytes that were signed, as text: the same at every attempt. */
    body: text('body'),
    state: text('state', { enum: DELIVERY_STATES }).notNull(),
    /** Place among what was told in the same transaction, so that numbers follow the order of what happened. */
    ordinal: integer('ordinal').notNull().default(0),
    /** When the next attempt is due. */
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    firstAttemptAt: instant('first_attempt_at'),
    /** Until when one worker has it; then another may take it. */
    leaseUntil: instant('lease_until'),
    /** Fencing number: raised by every claim; the outcome of an older claim is refused. */
    claimNumber: integer('claim_number').notNull().default(0),
    settledAt: instant('settled_at'),
  },
  (t) => [
    // The worker asks: what is due, subscription by subscription, oldest first?
    index('deliveries_due').on(t.subscriptionId, t.dueAt, t.ordinal).where(sql`state = 'waiting'`),
    // The same, for what goes before a backlog: what failed and is to be tried again, and the end of a submission.
    index('deliveries_first')
      .on(t.subscriptionId, t.dueAt)
      .where(sql`state = 'waiting' and (claim_number > 0 or kind = 'submission_finished')`),
    // The log asks: what was told, latest first?
    index('deliveries_log').on(t.subscriptionId, t.occurredAt.desc().nullsFirst(), t.ordinal.desc().nullsFirst(), t.id),
    // An undo asks: was the decision on this consignment told?
    index('deliveries_subject').on(t.subjectId).where(sql`subject_id is not null`),
    // The clean-up asks: what was settled long ago?
    index('deliveries_settled').on(t.settledAt).where(sql`settled_at is not null`),
  ],
);

/** Each attempt at a delivery, with what came back. */
export const webhookAttempts = webhookSchema.table(
  'attempts',
  {
    deliveryId: uuid('delivery_id').notNull(),
    claimNumber: integer('claim_number').notNull(),
    startedAt: instant('started_at').notNull(),
    durationMs: integer('duration_ms').notNull(),
    /** HTTP status of the answer; null when there was none. */
    responseStatus: integer('response_status'),
    /** Why there was no answer that counts. */
    fault: text('fault'),
    /** The beginning of the answer, for the log. */
    answer: text('answer'),
  },
  (t) => [primaryKey({ columns: [t.deliveryId, t.claimNumber] })],
);
