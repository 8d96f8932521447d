import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgSchema, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { INSTRUMENT_KINDS, VERDICTS } from '@/lib/policy/change';
import type { ChangePart } from '@/lib/policy/draft';
import type { LoadPreview } from '@/lib/reference/preview';
import { bytes, count, day, instant, oneOf } from './columns';

export const policySchema = pgSchema('policy');

/** A dated row with where it comes from. Never overwritten: a change ends one row and begins another. */
const dated = () => ({
  kind: text('kind').notNull(),
  key: text('key').notNull(),
  validFrom: day('valid_from').notNull(),
  /** Rows of one key and first day: a row corrected on its own first day ends the day before it, and stays to be read. */
  revision: smallint('revision').notNull().default(0),
  validTo: day('valid_to'),
  value: jsonb('value').$type<unknown>().notNull(),
  source: text('source').notNull(),
  edition: text('edition').notNull(),
  /** The load that brought it; null for what an installation begins with. */
  loadId: uuid('load_id'),
});

/**
 * Everything a decision rests on, as dated rows with their source; see lib/policy. No two rows of one key stand at one time: the
 * exclusion constraint `parameters_no_overlap` of the migration. The application may end a row, and never change what it says.
 */
export const parameters = policySchema.table(
  'parameters',
  {
    ...dated(),
    /** The decided change that brought it; null for what a list brought or an installation begins with. */
    changeId: uuid('change_id'),
    /** Since when the row is known, whatever days it is about. What an installation begins with is known since ever. */
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.key, t.validFrom, t.revision] }),
    index('parameters_valid').on(t.validFrom, t.validTo),
  ],
);

/** The last day a row was known to have until an instant, at which it was ended or ended anew. What it has now stands in the row. */
export const knownEnds = policySchema.table(
  'known_ends',
  {
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    validFrom: day('valid_from').notNull(),
    revision: smallint('revision').notNull(),
    knownUntil: instant('known_until').notNull(),
    validTo: day('valid_to'),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key, t.validFrom, t.revision, t.knownUntil] })],
);

/** The acts, regulations and resolutions that parameters rest on. */
export const instruments = policySchema.table(
  'instruments',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind', { enum: INSTRUMENT_KINDS }).notNull(),
    title: text('title').notNull(),
    citation: text('citation').notNull(),
    validFrom: day('valid_from').notNull(),
    validTo: day('valid_to'),
    textLink: text('text_link'),
    /** An example to start from, never a legal source. */
    isExample: boolean('is_example').notNull(),
    enteredAt: instant('entered_at').notNull(),
    enteredBy: uuid('entered_by'),
    enteredByName: text('entered_by_name').notNull(),
  },
  (t) => [
    check('instruments_kind', oneOf('kind', INSTRUMENT_KINDS)),
    check('instruments_period', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
  ],
);

/**
 * One parameter of a change as one person laid it before another; it acts when that other approved it, from its day. The parts of a
 * change share their head, their law, days and reason, and are decided together.
 */
export const changes = policySchema.table(
  'changes',
  {
    id: uuid('id').primaryKey(),
    /** The id of the first part, by which the change as a whole goes. */
    headId: uuid('head_id').notNull(),
    /** The draft it was written as, in the version that was laid before another; null for an annulment. */
    draftId: uuid('draft_id'),
    draftVersion: integer('draft_version'),
    instrumentId: uuid('instrument_id').notNull(),
    /** The approved change that this one takes back before its day; null for a change of its own. */
    annuls: uuid('annuls'),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    value: jsonb('value').$type<unknown>().notNull(),
    validFrom: day('valid_from').notNull(),
    validTo: day('valid_to'),
    reason: text('reason').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
  },
  (t) => [
    check('changes_period', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
    index('changes_by_time').on(t.proposedAt.desc().nullsFirst(), t.id),
    // A decision asks for all parts of a change.
    index('changes_by_head').on(t.headId),
  ],
);

/** What an author keeps of a change until it is proposed, version by version: the last one stands, none is overwritten. */
export const drafts = policySchema.table(
  'drafts',
  {
    id: uuid('id').notNull(),
    version: integer('version').notNull(),
    instrumentId: uuid('instrument_id'),
    parts: jsonb('parts').$type<readonly ChangePart[]>().notNull(),
    validFrom: day('valid_from'),
    validTo: day('valid_to'),
    reason: text('reason').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: uuid('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.version] }),
    // An author sees the drafts of their own.
    index('drafts_by_author').on(t.savedBy),
  ],
);

/** Drafts their author threw away. */
export const discardedDrafts = policySchema.table('discarded_drafts', {
  draftId: uuid('draft_id').primaryKey(),
  reason: text('reason').notNull(),
  discardedAt: instant('discarded_at').notNull(),
  discardedBy: uuid('discarded_by').notNull(),
  discardedByName: text('discarded_by_name').notNull(),
});

/** What became of each part of a change, once: the same of all. */
export const changeDecisions = policySchema.table(
  'change_decisions',
  {
    changeId: uuid('change_id').primaryKey(),
    verdict: text('verdict', { enum: VERDICTS }).notNull(),
    reason: text('reason').notNull(),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: uuid('decided_by').notNull(),
    decidedByName: text('decided_by_name').notNull(),
    /** The last day the row had that an approved change ended, 9999-12-31 where it had none; null where it ended no row. */
    endedUntil: day('ended_until'),
  },
  () => [check('change_decisions_verdict', oneOf('verdict', VERDICTS))],
);

/** Lists of codes and names, in the same form: nomenclature, offices, places, countries, currencies, denied parties. */
export const codes = policySchema.table('codes', dated(), (t) => [
  primaryKey({ columns: [t.kind, t.key, t.validFrom, t.revision] }),
]);

/** previewed: looked at, nothing written; loaded: its rows are written; unchanged: it says what stands; discarded: nobody wanted it. */
export const LOAD_STATUSES = ['previewed', 'loaded', 'unchanged', 'discarded'] as const;

/** Files of reference data that were looked at, and what became of them. */
export const loads = policySchema.table(
  'loads',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    layout: text('layout').notNull(),
    /** Which of the lists side by side in the file was read. */
    series: text('series'),
    fileName: text('file_name').notNull(),
    sizeBytes: count('size_bytes').notNull(),
    sha256: text('sha256').notNull(),
    edition: text('edition').notNull(),
    source: text('source').notNull(),
    validFrom: day('valid_from').notNull(),
    status: text('status', { enum: LOAD_STATUSES }).notNull(),
    preview: jsonb('preview').$type<LoadPreview>().notNull(),
    /** Tells the plan that was looked at from any other. */
    fingerprint: text('fingerprint').notNull(),
    previewedAt: instant('previewed_at').notNull(),
    previewedBy: text('previewed_by').notNull(),
    settledAt: instant('settled_at'),
    settledBy: text('settled_by'),
  },
  (t) => [index('loads_by_time').on(t.previewedAt.desc().nullsFirst(), t.id)],
);

/** The bytes of a file between the look and the load, in pieces of at most one mebibyte. */
export const loadChunks = policySchema.table(
  'load_chunks',
  {
    loadId: uuid('load_id').notNull(),
    chunkNumber: integer('chunk_number').notNull(),
    content: bytes('content').notNull(),
  },
  (t) => [primaryKey({ columns: [t.loadId, t.chunkNumber] })],
);
