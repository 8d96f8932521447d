import { sql } from 'drizzle-orm';
import { boolean, check, integer, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { clearanceSchema } from './clearance';
import { instant } from './columns';

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
    reason: text('reason').notNull(),
    changedBy: uuid('changed_by').notNull(),
    changedByName: text('changed_by_name').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.revision] }),
    check('together_limits_sane', sql`rows_max between 2 and 50 and score_max between 0 and 100`),
  ],
);
