import { index, integer, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from './columns';
import { statisticsSchema } from './statistics';

/** Questions of the explorer under names. One without offices is its owner's alone; else the people of those offices see it too. */
export const views = statisticsSchema.table(
  'views',
  {
    viewId: uuid('view_id').primaryKey(),
    ownerId: uuid('owner_id').notNull(),
    ownerName: text('owner_name').notNull(),
    name: text('name').notNull(),
    /** The question as its address says it; a period that moves with the day goes on moving. */
    query: text('query').notNull(),
    offices: text('offices').array().notNull(),
    keptAt: instant('kept_at').notNull(),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (t) => [uniqueIndex('views_of_owner').on(t.ownerId, t.name)],
);

/** What people know of days, marked in drawings over time. One without offices is its owner's alone; else the people of those offices see it too. */
export const remarks = statisticsSchema.table(
  'remarks',
  {
    remarkId: uuid('remark_id').primaryKey(),
    day: day('day').notNull(),
    text: text('text').notNull(),
    offices: text('offices').array().notNull(),
    ownerId: uuid('owner_id').notNull(),
    ownerName: text('owner_name').notNull(),
    keptAt: instant('kept_at').notNull(),
  },
  // A drawing asks: what is known of these days? And a person may keep so many.
  (t) => [index('remarks_day').on(t.day), index('remarks_of_owner').on(t.ownerId)],
);
