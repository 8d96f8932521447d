import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgSchema, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { INTAKE_FORMATS } from '@/lib/intake/staged-row';
import type { Problem } from '@/lib/kernel/problem';
import { bytes, count, instant } from './columns';
import { partners } from './identity';

export const intakeSchema = pgSchema('intake');

/** receiving: bytes arrive; stored: bytes are safe; staging: rows are read; processing: records become consignments. */
export const SUBMISSION_STATUSES = ['receiving', 'stored', 'staging', 'processing', 'finished', 'refused'] as const;
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

export const submissions = intakeSchema.table(
  'submissions',
  {
    id: uuid('id').primaryKey(),
    partnerId: uuid('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    format: text('format', { enum: INTAKE_FORMATS }).notNull(),
    contentType: text('content_type').notNull(),
    fileName: text('file_name'),
    status: text('status', { enum: SUBMISSION_STATUSES }).notNull(),
    sizeBytes: count('size_bytes').notNull().default(0),
    sha256: text('sha256'),
    /** What stands around the rows as sent, to send some of them again: the header of a CSV file, the root's start tag of an XML document. */
    header: text('header'),
    /** Remarks on the file as a whole, such as an unknown column; they stop nothing. */
    notices: jsonb('notices').$type<Problem[]>().notNull().default([]),
    receivedAt: instant('received_at').notNull(),
    receivedBy: uuid('received_by').notNull(),
    /** The submission whose refused records this one sends again, mended. */
    replayOf: uuid('replay_of'),
    /** Offices whose consignments it may change, since staff of these offices mended it; null where its sender or an administrator did. */
    withinOffices: text('within_offices').array(),
    /** The edition of a layout it is read by: of its partner, found by its header, or given when it was opened; null for our own columns. */
    layoutId: uuid('layout_id'),
    /** The submission refused as a whole whose bytes this one reads again, by a layout. */
    readsAgain: uuid('reads_again'),
    /** When its last row was read: from then on records are processed. */
    stagedAt: instant('staged_at'),
    finishedAt: instant('finished_at'),
    recordsReceived: integer('records_received').notNull().default(0),
    recordsAccepted: integer('records_accepted').notNull().default(0),
    recordsQuarantined: integer('records_quarantined').notNull().default(0),
    recordsUnchanged: integer('records_unchanged').notNull().default(0),
    recordsUpdated: integer('records_updated').notNull().default(0),
    /** Records scored, the unchanged ones included, the sum of their scores and how many stand in each band. */
    qualityRecords: integer('quality_records').notNull().default(0),
    qualitySum: count('quality_sum').notNull().default(0),
    qualityPoor: integer('quality_poor').notNull().default(0),
    qualityWeak: integer('quality_weak').notNull().default(0),
    qualityFair: integer('quality_fair').notNull().default(0),
    qualityGood: integer('quality_good').notNull().default(0),
    /** Cursor of the next batch: every record up to here is in the database, once. */
    processedRecord: integer('processed_record').notNull().default(0),
    lastRecord: integer('last_record').notNull().default(0),
    /** When what it lodged was withdrawn as a whole, by whom and why; null while it stands. */
    undoneAt: instant('undone_at'),
    undoneBy: uuid('undone_by'),
    undoneByName: text('undone_by_name'),
    undoReason: text('undo_reason'),
    /** Consignments it lodged that were withdrawn by undoing it. */
    recordsWithdrawn: integer('records_withdrawn').notNull().default(0),
    /** Faults of the whole file; set when refused. */
    problems: jsonb('problems').$type<Problem[]>().notNull().default([]),
    /** Lease of the worker that processes it; an expired lease may be taken by another. */
    leasedBy: text('leased_by'),
    leaseUntil: instant('lease_until'),
    /** How often in a row a batch failed at the cursor, and before when no worker takes it again: what fails holds up nothing else. */
    faults: integer('faults').notNull().default(0),
    retryAt: instant('retry_at'),
    /** What failed last, in the words of the error without values out of records; null once it goes on. */
    lastFault: text('last_fault'),
    /** Who asked for it to be tried again before its pause was over; null once it was. */
    retryAskedBy: text('retry_asked_by'),
    /** When its bytes were erased, since nothing it brought is kept any longer; SHA-256 and counts stay. */
    bytesErasedAt: instant('bytes_erased_at'),
  },
  (t) => [
    // The log of erasures asks: what went at this instant?
    index('submissions_erased').on(t.bytesErasedAt).where(sql`bytes_erased_at is not null`),
    index('submissions_by_partner').on(t.partnerId, t.receivedAt.desc().nullsFirst(), t.id),
    index('submissions_by_time').on(t.receivedAt.desc().nullsFirst(), t.id),
    // The page of a refused file asks: was it read since, by a layout?
    index('submissions_read_again').on(t.readsAgain).where(sql`reads_again is not null`),
    // Supervisors and administrators ask: what fails for a fault of ours?
    index('submissions_failing').on(t.receivedAt).where(sql`retry_at is not null`),
    // The worker asks: what is still to be done, oldest first?
    index('submissions_open').on(t.receivedAt).where(sql`status in ('stored', 'staging', 'processing')`),
    check(
      'submissions_conserved',
      sql`status <> 'finished' or records_received = records_accepted + records_quarantined + records_unchanged + records_updated`,
    ),
  ],
);

/**
 * The offices a submission belongs to: its partner's from the moment it arrives, and those its records name. Whoever works for none
 * of them finds no such submission.
 */
export const submissionOffices = intakeSchema.table(
  'submission_offices',
  { submissionId: uuid('submission_id').notNull(), officeId: text('office_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.officeId] }),
    // The list of an office asks: which submissions are its own?
    index('submission_offices_by_office').on(t.officeId, t.submissionId),
  ],
);

/** Answers already given under a partner's Idempotency-Key. */
export const idempotencyKeys = intakeSchema.table(
  'idempotency_keys',
  {
    partnerId: uuid('partner_id').notNull(),
    key: text('key').notNull(),
    submissionId: uuid('submission_id').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.key] })],
);

/** The bytes as sent, in pieces of at most one mebibyte. Append-only. */
export const rawChunks = intakeSchema.table(
  'raw_chunks',
  {
    submissionId: uuid('submission_id').notNull(),
    chunkNumber: integer('chunk_number').notNull(),
    content: bytes('content').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.chunkNumber] })],
);

/** Rows read but not yet turned into consignments; emptied as batches commit. */
export const stagedRows = intakeSchema.table(
  'staged_rows',
  {
    submissionId: uuid('submission_id').notNull(),
    recordNumber: integer('record_number').notNull(),
    line: integer('line').notNull(),
    reference: text('reference'),
    raw: text('raw').notNull(),
    content: text('content').notNull(),
    /** Faults found while reading the row. */
    problems: jsonb('problems').$type<Problem[]>().notNull().default([]),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.recordNumber, t.line] })],
);

/** open: waits to be mended; replayed: sent again and taken; superseded: sent again and refused, so that one waits; discarded: set aside with a reason. */
export const QUARANTINE_STATES = ['open', 'replayed', 'superseded', 'discarded'] as const;

/** A record refused: kept raw with every problem, to fix and resend. */
export const quarantinedRecords = intakeSchema.table(
  'quarantined_records',
  {
    submissionId: uuid('submission_id').notNull(),
    recordNumber: integer('record_number').notNull(),
    partnerId: uuid('partner_id').notNull(),
    /** The office it names, if we know it, else its partner's: whose staff see it. Null leaves it to its sender and administrators. */
    officeId: text('office_id'),
    line: integer('line').notNull(),
    reference: text('reference'),
    /** It amends or cancels: what is lodged later does not say what it said. */
    isAct: boolean('is_act').notNull().default(false),
    /** Rows as sent, with their lines. */
    rows: jsonb('rows').$type<{ line: number; raw: string }[]>().notNull(),
    problems: jsonb('problems').$type<Problem[]>().notNull(),
    qualityScore: smallint('quality_score'),
    quarantinedAt: instant('quarantined_at').notNull(),
    state: text('state', { enum: QUARANTINE_STATES }).notNull().default('open'),
    settledAt: instant('settled_at'),
    settledBy: uuid('settled_by'),
    settledByName: text('settled_by_name'),
    /** The submission that sent it again. */
    replayId: uuid('replay_id'),
    discardReason: text('discard_reason'),
    /** When what was sent was erased; that it was refused, and by which rules, stays. */
    erasedAt: instant('erased_at'),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.recordNumber] }),
    // The log of erasures asks: what went at this instant?
    index('quarantined_records_erased').on(t.erasedAt).where(sql`erased_at is not null`),
    // The workbench asks: what is still to be mended, newest first, of one partner or of all?
    index('quarantined_open')
      .on(t.quarantinedAt.desc().nullsFirst(), t.submissionId, t.recordNumber)
      .where(sql`state = 'open'`),
    index('quarantined_open_of_partner')
      .on(t.partnerId, t.quarantinedAt.desc().nullsFirst(), t.submissionId, t.recordNumber)
      .where(sql`state = 'open'`),
    index('quarantined_open_of_office')
      .on(t.officeId, t.quarantinedAt.desc().nullsFirst(), t.submissionId, t.recordNumber)
      .where(sql`state = 'open'`),
    check('quarantined_settled_whole', sql`(state = 'open') = (settled_at is null)`),
    // The partner asks: which records under this reference were refused?
    index('quarantined_reference').on(t.partnerId, t.reference).where(sql`reference is not null`),
  ],
);
