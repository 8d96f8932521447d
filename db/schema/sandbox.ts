import { index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { SandboxOutcome } from '@/lib/sandbox/outcome';
import { instant } from './columns';
import { intakeSchema } from './intake';

/**
 * What sandbox keys were answered, until it expires: all that is left of a trial. Nothing else refers to it, and it is read by the
 * partner's sandbox keys only.
 */
export const sandboxAnswers = intakeSchema.table(
  'sandbox_answers',
  {
    partnerId: uuid('partner_id').notNull(),
    /** Names the submission of the trial, which is nowhere else. */
    submissionId: uuid('submission_id').notNull(),
    idempotencyKey: text('idempotency_key'),
    sha256: text('sha256').notNull(),
    receivedAt: instant('received_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    records: integer('records').notNull(),
    outcome: jsonb('outcome').$type<SandboxOutcome>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnerId, t.submissionId] }),
    uniqueIndex('sandbox_answers_by_key').on(t.partnerId, t.idempotencyKey),
    // The newest trial of a partner answers for a reference; the job asks what has expired.
    index('sandbox_answers_newest').on(t.partnerId, t.receivedAt.desc().nullsFirst()),
    index('sandbox_answers_expiry').on(t.expiresAt),
  ],
);
