import { index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { clearanceSchema } from './clearance';
import { instant } from './columns';

/** Who has the page of a consignment open now: one row an open page, gone when it is closed or has not been heard of for a while. */
export const viewers = clearanceSchema.table(
  'viewers',
  {
    consignmentId: uuid('consignment_id').notNull(),
    connectionId: uuid('connection_id').notNull(),
    officeId: text('office_id').notNull(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.connectionId] }),
    // Every process asks once a second: who was heard of lately?
    index('viewers_seen').on(t.seenAt),
  ],
);
