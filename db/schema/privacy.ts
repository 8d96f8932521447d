import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgSchema, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  ERASED_KINDS,
  HELD_SUBJECTS,
  IDENTIFIERS,
  STANDS_AS,
  STATEMENT_KINDS,
  UNUSUAL_BROWSING,
} from '@/lib/privacy/codes';
import { day, instant, oneOf } from './columns';

export const privacySchema = pgSchema('privacy');

/** What must not be erased whatever the period of keeping, and why: of one consignment, or of a party wherever it is. Lifted by another person than placed it. */
export const legalHolds = privacySchema.table(
  'legal_holds',
  {
    holdId: uuid('hold_id').primaryKey(),
    /** The consignment it was placed at. */
    consignmentId: uuid('consignment_id').notNull(),
    officeId: text('office_id').notNull(),
    subject: text('subject', { enum: HELD_SUBJECTS }).notNull(),
    /** A hash (`partyKeys`), never a name; null for the one consignment. */
    partyKey: text('party_key'),
    reason: text('reason').notNull(),
    placedBy: uuid('placed_by').notNull(),
    placedByName: text('placed_by_name').notNull(),
    placedAt: instant('placed_at').notNull(),
    liftedBy: uuid('lifted_by'),
    liftedByName: text('lifted_by_name'),
    liftedAt: instant('lifted_at'),
    liftReason: text('lift_reason'),
  },
  (t) => [
    // One of a kind at a time, whoever places it.
    uniqueIndex('legal_holds_in_force').on(t.consignmentId, t.subject).where(sql`lifted_at is null`),
    index('legal_holds_party').on(t.partyKey).where(sql`lifted_at is null and party_key is not null`),
    index('legal_holds_placed').on(t.placedAt.desc().nullsFirst(), t.holdId),
    check('legal_holds_subject', oneOf('subject', HELD_SUBJECTS)),
    check('legal_holds_party_named', sql`(subject = 'consignment') = (party_key is null)`),
    check(
      'legal_holds_lifted_whole',
      sql`(lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lift_reason is null)`,
    ),
    check('legal_holds_two_people', sql`lifted_by is null or lifted_by <> placed_by`),
  ],
);

/** What was erased together, in one transaction, with its one audit row. Written once; then told outside the database. */
export const erasureBatches = privacySchema.table(
  'erasure_batches',
  {
    batchId: uuid('batch_id').primaryKey(),
    kind: text('kind', { enum: ERASED_KINDS }).notNull(),
    erasedAt: instant('erased_at').notNull(),
    /** Things erased: consignments, attachments, submissions, refused records or days of histories. */
    erased: integer('erased').notNull(),
    /** Version of the policy whose periods were over. */
    policyVersion: text('policy_version').notNull(),
    /** Whether it followed a restored backup, which had brought back what was erased. */
    isRepeated: boolean('is_repeated').notNull().default(false),
    /** When it stood in the log of erasures beside the database; null until then. */
    toldAt: instant('told_at'),
  },
  (t) => [
    index('erasure_batches_time').on(t.erasedAt.desc().nullsFirst(), t.batchId),
    // The job asks: what is still to be told?
    index('erasure_batches_untold').on(t.erasedAt).where(sql`told_at is null`),
    check('erasure_batches_kind', oneOf('kind', ERASED_KINDS)),
    check('erasure_batches_some', sql`erased > 0`),
  ],
);

/** Whose personal data were erased, and in which batch. Data that came later are erased later, hence the batch in the key. Append-only. */
export const erasures = privacySchema.table(
  'erasures',
  {
    consignmentId: uuid('consignment_id').notNull(),
    batchId: uuid('batch_id').notNull(),
    erasedAt: instant('erased_at').notNull(),
    /** Number of the clearance row as erasing left it: where that is higher, data came later. */
    rowVersion: integer('row_version').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.consignmentId, t.batchId] }), index('erasures_batch').on(t.batchId)],
);

/** What a person says of what is kept of them: it stands beside the data, which stay as they were sent. Append-only until it is erased with them. */
export const privacyStatements = privacySchema.table(
  'statements',
  {
    consignmentId: uuid('consignment_id').notNull(),
    statementId: uuid('statement_id').notNull(),
    kind: text('kind', { enum: STATEMENT_KINDS }).notNull(),
    /** Day on which it came in. */
    cameOn: day('came_on').notNull(),
    words: text('words').notNull(),
    /** Who says it, as the consignment names them: nobody else's answer repeats it. Null where it was not recorded: told in no answer. */
    standsAs: text('stands_as', { enum: STANDS_AS }),
    version: integer('version'),
    recordedBy: uuid('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.statementId] }),
    check('statements_kind', oneOf('kind', STATEMENT_KINDS)),
    check(
      'statements_of_somebody',
      sql`(stands_as is null) = (version is null) and (stands_as is null or ${oneOf('stands_as', STANDS_AS)})`,
    ),
  ],
);

/** Requests of persons for what is held of them: by what they were looked for and how much was found, never who. Append-only. */
export const accessRequests = privacySchema.table(
  'access_requests',
  {
    requestId: uuid('request_id').primaryKey(),
    /** Number of the file the administration keeps of it. */
    fileNumber: text('file_number').notNull(),
    cameOn: day('came_on').notNull(),
    lookedForBy: text('looked_for_by', { enum: IDENTIFIERS }).array().notNull(),
    found: integer('found').notNull(),
    answeredBy: uuid('answered_by').notNull(),
    answeredByName: text('answered_by_name').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [index('access_requests_time').on(t.answeredAt.desc().nullsFirst(), t.requestId)],
);

/** A day on which somebody looked at personal data as neither they nor their peers do, until somebody answers for it. */
export const unusualBrowsing = privacySchema.table(
  'unusual_browsing',
  {
    id: uuid('id').primaryKey(),
    day: day('day').notNull(),
    userId: uuid('user_id').notNull(),
    userName: text('user_name').notNull(),
    role: text('role').notNull(),
    kind: text('kind', { enum: UNUSUAL_BROWSING }).notNull(),
    /** Looks of the day that are meant, and the most that would have been usual. */
    observed: integer('observed').notNull(),
    usual: integer('usual').notNull(),
    foundAt: instant('found_at').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: uuid('acknowledged_by'),
    acknowledgedByName: text('acknowledged_by_name'),
    note: text('note'),
  },
  (t) => [
    index('unusual_browsing_day').on(t.day.desc().nullsFirst(), t.id),
    index('unusual_browsing_open').on(t.day.desc().nullsFirst(), t.id).where(sql`acknowledged_at is null`),
    check('unusual_browsing_kind', oneOf('kind', UNUSUAL_BROWSING)),
    check(
      'unusual_browsing_acknowledged_whole',
      sql`(acknowledged_at is null) = (acknowledged_by is null) and (acknowledged_at is null) = (note is null)`,
    ),
    check('unusual_browsing_other_person', sql`acknowledged_by is null or acknowledged_by <> user_id`),
  ],
);

/** Days whose looks were judged: each is judged once. */
export const browsingDays = privacySchema.table('browsing_days', {
  day: day('day').primaryKey(),
  judgedAt: instant('judged_at').notNull(),
});
