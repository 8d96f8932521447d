import { index, jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from './columns';

export const auditSchema = pgSchema('audit');

/** Every write and every look at personal data. Append-only, partitioned by month, without foreign keys: it outlives what it tells of. */
export const auditLog = auditSchema.table(
  'log',
  {
    id: uuid('id').notNull(),
    receivedOn: day('received_on').notNull(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    role: text('role').notNull(),
    officeId: text('office_id'),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    /** What changed, before and after, or what was looked at; never the personal data itself. */
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    reason: text('reason'),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.receivedOn] }),
    index('audit_by_time').on(t.at.desc().nullsFirst(), t.id),
    index('audit_by_subject').on(t.subjectType, t.subjectId, t.at.desc().nullsFirst()),
    index('audit_by_actor').on(t.actorId, t.at.desc().nullsFirst()),
  ],
);
