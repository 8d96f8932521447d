import { integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { VERSIONLESS_OUTCOMES } from '@/lib/answers/acknowledgement';
import { intakeSchema } from './intake';

/** A record that brought no version of its own, as the acknowledgements tell it: it said nothing new, or it withdrew what it names. */
export const versionlessRecords = intakeSchema.table(
  'versionless_records',
  {
    submissionId: uuid('submission_id').notNull(),
    recordNumber: integer('record_number').notNull(),
    reference: text('reference').notNull(),
    outcome: text('outcome', { enum: VERSIONLESS_OUTCOMES }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.recordNumber] })],
);
