import { index, integer, jsonb, pgSchema, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { LoadPreview } from '@/lib/reference/preview';
import { bytes, count, day, instant } from './columns';

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

/** Everything a decision rests on, as dated rows with their source; see lib/policy. */
export const parameters = policySchema.table('parameters', dated(), (t) => [
  primaryKey({ columns: [t.kind, t.key, t.validFrom, t.revision] }),
  index('parameters_valid').on(t.validFrom, t.validTo),
]);

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
