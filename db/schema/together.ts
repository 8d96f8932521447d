import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { BATCH_STATES, type BatchExclusion, type BatchRow } from '@/lib/clearance/batch';
import { clearanceSchema } from './clearance';
import { instant, minor } from './columns';

/**
 * What an office lets leave together; the newest revision counts. Append-only: by which limits goods left stays to be read.
 */
export const togetherLimits = clearanceSchema.table(
  'together_limits',
  {
    officeId: text('office_id').notNull(),
    revision: integer('revision').notNull(),
    rowsMax: smallint('rows_max').notNull(),
    scoreMax: smallint('score_max').notNull(),
    takesNoSlot: boolean('takes_no_slot').notNull(),
    /** Rows of before there was a second person have the limits that count where nobody set any. */
    secondAboveRows: smallint('second_above_rows').notNull().default(20),
    secondAboveMinor: minor('second_above_minor').notNull().default(sql`500000`),
    reason: text('reason').notNull(),
    changedBy: uuid('changed_by').notNull(),
    changedByName: text('changed_by_name').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.revision] }),
    check('together_limits_sane', sql`rows_max between 2 and 200 and score_max between 0 and 100`),
    check('together_limits_second', sql`second_above_rows between 1 and 200 and second_above_minor >= 0`),
  ],
);

/**
 * What was released, or proposed to be released, together: its consignments as they were seen and what was left out. Which of them left
 * by it is told by their decisions. A proposal is settled once, by another person or, withdrawn, by its writer.
 */
export const togetherBatches = clearanceSchema.table(
  'together_batches',
  {
    batchId: uuid('batch_id').primaryKey(),
    officeId: text('office_id').notNull(),
    state: text('state', { enum: BATCH_STATES }).notNull(),
    ground: text('ground').notNull(),
    note: text('note'),
    rows: jsonb('rows').$type<BatchRow[]>().notNull(),
    excluded: jsonb('excluded').$type<BatchExclusion[]>().notNull().default([]),
    valueMinor: minor('value_minor').notNull(),
    scoreHighest: smallint('score_highest').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    settledBy: uuid('settled_by'),
    settledByName: text('settled_by_name'),
    settledAt: instant('settled_at'),
    settledNote: text('settled_note'),
  },
  (t) => [
    // The queue and the board ask: what waits for a second person here, and what left together lately?
    index('together_batches_office').on(t.officeId, t.proposedAt.desc().nullsFirst()),
    index('together_batches_waiting').on(t.officeId, t.proposedAt).where(sql`state = 'proposed'`),
    check(
      'together_batches_settled_whole',
      sql`(state in ('released', 'proposed')) = (settled_by is null) and (settled_by is null) = (settled_at is null)`,
    ),
    check(
      'together_batches_two_people',
      sql`state not in ('confirmed', 'rejected') or settled_by is distinct from proposed_by`,
    ),
    check('together_batches_own_withdrawn', sql`state <> 'withdrawn' or settled_by = proposed_by`),
  ],
);

/**
 * Who opened a proposal to release together, and when first: only then is its ground told, and may it be confirmed or rejected.
 * Append-only.
 */
export const batchLooks = clearanceSchema.table(
  'batch_looks',
  {
    batchId: uuid('batch_id').notNull(),
    lookedBy: uuid('looked_by').notNull(),
    lookedAt: instant('looked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.lookedBy] })],
);
