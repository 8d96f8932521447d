import { index, integer, jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, count, day, instant } from './columns';

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
    // An auditor asks for one act, and for the looks at people: both may be rare in a log that is long.
    index('audit_by_action').on(t.action, t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
  ],
);

/** Entries of the log that no seal covers yet: the only ones whose change nobody could tell. Emptied every few seconds. */
export const unsealed = auditSchema.table('unsealed', {
  auditId: uuid('audit_id').primaryKey(),
  receivedOn: day('received_on').notNull(),
});

/** The digest of each sealed entry and its place under the root of its seal. Append-only, as the log. */
export const leaves = auditSchema.table(
  'leaves',
  {
    auditId: uuid('audit_id').primaryKey(),
    receivedOn: day('received_on').notNull(),
    seal: count('seal').notNull(),
    place: integer('place').notNull(),
    leaf: bytes('leaf').notNull(),
  },
  (t) => [index('leaves_by_seal').on(t.seal, t.place)],
);

/** The chain of seals: a Merkle root (RFC 6962) over the entries of each, chained to the one before and signed. Append-only. */
export const seals = auditSchema.table('seals', {
  number: count('number').primaryKey(),
  entries: integer('entries').notNull(),
  root: bytes('root').notNull(),
  previous: bytes('previous').notNull(),
  head: bytes('head').notNull(),
  sealedAt: instant('sealed_at').notNull(),
  keyId: text('key_id').notNull(),
  signature: bytes('signature').notNull(),
});
