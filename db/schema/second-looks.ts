import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { LOOK_ANSWERS, LOOK_KINDS, LOOKED_AT } from '@/lib/clearance/second-look';
import { clearanceSchema } from './clearance';
import { day, instant, oneOf } from './columns';

/**
 * What was drawn to be looked at a second time, by somebody who does not know what the first decided, and what that person would have
 * done. It holds nothing up and is on no timeline.
 */
export const secondLooks = clearanceSchema.table(
  'second_looks',
  {
    consignmentId: uuid('consignment_id').notNull(),
    /** Id of the decision or the ordered examination; the draw was made from it. */
    lookId: uuid('look_id').notNull(),
    receivedOn: day('received_on').notNull(),
    officeId: text('office_id').notNull(),
    kind: text('kind', { enum: LOOK_KINDS }).notNull(),
    firstChoice: text('first_choice', { enum: LOOKED_AT }).notNull(),
    firstReason: text('first_reason').notNull(),
    firstBy: uuid('first_by').notNull(),
    /** Version of the advance data it was decided on. */
    version: integer('version').notNull(),
    /** Chance it had to be drawn, decimal text. */
    probability: text('probability').notNull(),
    drawnAt: instant('drawn_at').notNull(),
    takenBy: uuid('taken_by'),
    takenAt: instant('taken_at'),
    /** From then on somebody else may take it. */
    takenUntil: instant('taken_until'),
    answeredAt: instant('answered_at'),
    answer: text('answer', { enum: LOOK_ANSWERS }),
    reason: text('reason'),
    note: text('note'),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.lookId] }),
    // Who looks next asks: what waits in this office, oldest first?
    index('second_looks_waiting').on(t.officeId, t.drawnAt, t.lookId).where(sql`answered_at is null`),
    // Every list asks: of which consignments must this officer not know the decision?
    index('second_looks_taken').on(t.takenBy).where(sql`taken_by is not null and answered_at is null`),
    // The board asks: how far did the two agree lately?
    index('second_looks_answered').on(t.officeId, t.answeredAt).where(sql`answered_at is not null`),
    check('second_looks_other_person', sql`taken_by is null or taken_by <> first_by`),
    check(
      'second_looks_taken_whole',
      sql`(taken_by is null) = (taken_at is null) and (taken_by is null) = (taken_until is null)`,
    ),
    check(
      'second_looks_answered_whole',
      sql`(answered_at is null) = (answer is null) and (answered_at is null or taken_by is not null)`,
    ),
    check(
      'second_looks_reasoned',
      sql`answer is null or (answer = 'no_view' and note is not null) or reason is not null`,
    ),
    check('second_looks_kind', oneOf('kind', LOOK_KINDS)),
    check('second_looks_choice', oneOf('first_choice', LOOKED_AT)),
    check('second_looks_answer', sql`${sql.raw('answer is null or')} ${oneOf('answer', LOOK_ANSWERS)}`),
  ],
);
