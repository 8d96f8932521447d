import { index, text, uuid } from 'drizzle-orm/pg-core';
import { clearanceSchema } from './clearance';
import { instant } from './columns';

/** Who has the page of a consignment open now: one row an open page, gone when it is closed or has not been heard of for a while. */
export const viewers = clearanceSchema.table(
  'viewers',
  {
    connectionId: uuid('connection_id').primaryKey(),
    consignmentId: uuid('consignment_id').notNull(),
    officeId: text('office_id').notNull(),
    userId: uuid('user_id').notNull(),
    name: text('name').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  // Every process asks once a second: who was heard of lately?
  (t) => [index('viewers_seen').on(t.seenAt)],
);
