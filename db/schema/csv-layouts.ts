import { boolean, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Layout } from '@/lib/intake/layout';
import { instant } from './columns';
import { partners } from './identity';
import { intakeSchema } from './intake';

/**
 * How a partner's CSV files that are not in our columns are read. Append-only: saving anew or retiring adds an edition, and the
 * highest of a fingerprint counts unless it is retired. Submissions keep the edition they were read by.
 */
export const csvLayouts = intakeSchema.table(
  'csv_layouts',
  {
    id: uuid('id').primaryKey(),
    partnerId: uuid('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    /** SHA-256 over delimiter and names of the columns. */
    fingerprint: text('fingerprint').notNull(),
    edition: integer('edition').notNull(),
    layout: jsonb('layout').$type<Layout>().notNull(),
    isRetired: boolean('is_retired').notNull().default(false),
    /** The submission whose bytes show what such a file holds. */
    submissionId: uuid('submission_id').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: uuid('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    reason: text('reason'),
  },
  // Two people who save on the same edition: the index lets one of them win.
  (t) => [uniqueIndex('csv_layouts_edition').on(t.partnerId, t.fingerprint, t.edition)],
);
