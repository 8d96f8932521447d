import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { clearanceSchema } from './clearance';
import { instant } from './columns';

/** What customs took into custody, each thing described once. Append-only. */
export const exhibits = clearanceSchema.table(
  'exhibits',
  {
    consignmentId: uuid('consignment_id').notNull(),
    exhibitId: uuid('exhibit_id').notNull(),
    /** Counts from 1 within the consignment. */
    number: integer('number').notNull(),
    description: text('description').notNull(),
    /** How many or how much, with its unit, in the words of the officer. */
    quantity: text('quantity').notNull(),
    /** Mark, seal or bag number. */
    mark: text('mark').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.exhibitId] }),
    // Two officers at once do not give one number twice.
    uniqueIndex('exhibits_number').on(t.consignmentId, t.number),
  ],
);

/** Chain of custody: each hand an exhibit went through, the first when it was taken. Append-only. */
export const custody = clearanceSchema.table(
  'custody',
  {
    consignmentId: uuid('consignment_id').notNull(),
    exhibitId: uuid('exhibit_id').notNull(),
    /** Counts from 1 within the exhibit. */
    step: integer('step').notNull(),
    /** Who gave it away; null for the first step, out of the consignment. */
    fromHolder: text('from_holder'),
    toHolder: text('to_holder').notNull(),
    place: text('place').notNull(),
    reason: text('reason').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.exhibitId, t.step] }),
    check('custody_chain', sql`(step = 1) = (from_holder is null)`),
  ],
);
