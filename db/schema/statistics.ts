import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { ANOMALY_KINDS, type Behind, WATCHED } from '@/lib/statistics/anomaly';
import { count, day, instant, minor, oneOf } from './columns';

export const statisticsSchema = pgSchema('statistics');

/** `*` stands for "all members" in the cubes that leave a dimension out; `-` for "not declared". */
const dimensions = () => ({
  day: day('day').notNull(),
  officeId: text('office_id').notNull(),
  channel: text('channel').notNull(),
  lane: text('lane').notNull(),
  selectionReason: text('selection_reason').notNull(),
  releaseCategory: text('release_category').notNull(),
  outcome: text('outcome').notNull(),
  examination: text('examination').notNull(),
  releaseBucket: smallint('release_bucket').notNull(),
  chapter: text('chapter').notNull(),
  heading: text('heading').notNull(),
  origin: text('origin').notNull(),
  dispatch: text('dispatch').notNull(),
  marketplace: text('marketplace').notNull(),
  collectionModel: text('collection_model').notNull(),
  transactionType: text('transaction_type').notNull(),
  valueBand: text('value_band').notNull(),
  /** Of the first receipt, in UTC. `-` in rows of before it was kept, until their day is computed anew. */
  hour: text('hour').notNull().default('-'),
});

const measures = () => ({
  consignments: integer('consignments').notNull(),
  items: integer('items').notNull(),
  /** Thousandths of a piece, so that fractional quantities add exactly. */
  quantityMilli: count('quantity_milli').notNull(),
  valueMinor: minor('value_minor').notNull(),
  netMassG: count('net_mass_g').notNull(),
  dutyMinor: minor('duty_minor').notNull(),
  vatMinor: minor('vat_minor').notNull(),
  released: integer('released').notNull(),
  releaseSeconds: count('release_seconds').notNull(),
  extraChargesMinor: minor('extra_charges_minor').notNull(),
  /** Consignments taken back by their partner; they are in no other measure. */
  withdrawn: integer('withdrawn').notNull().default(0),
});

/** Rows written in the business transaction, waiting to be folded; a change writes its before as negatives. */
export const contributions = statisticsSchema.table(
  'contributions',
  { id: uuid('id').primaryKey(), ...dimensions(), ...measures() },
  (t) => [index('contributions_day').on(t.day)],
);

/** The folded cubes. `cube` names which dimensions are kept; the others are `*`. */
export const cells = statisticsSchema.table(
  'cells',
  { cube: text('cube').notNull(), ...dimensions(), ...measures() },
  (t) => [
    primaryKey({
      columns: [
        t.cube,
        t.day,
        t.officeId,
        t.channel,
        t.lane,
        t.selectionReason,
        t.releaseCategory,
        t.outcome,
        t.examination,
        t.releaseBucket,
        t.chapter,
        t.heading,
        t.origin,
        t.dispatch,
        t.marketplace,
        t.collectionModel,
        t.transactionType,
        t.valueBand,
        t.hour,
      ],
    }),
  ],
);

/**
 * Which cubes hold every day. One that is new is filled day by day, the latest first; until `filledAt` is set nothing is answered from it.
 * `reachedOn` is the last day that was filled.
 */
export const filledCubes = statisticsSchema.table('filled_cubes', {
  cube: text('cube').primaryKey(),
  reachedOn: day('reached_on'),
  filledAt: instant('filled_at'),
});

/**
 * Days that were unlike the weeks before them, of one office or of several together, found by a job. `officeIds` are those whose figures
 * it rests on: only who sees all of them sees it.
 */
export const anomalies = statisticsSchema.table(
  'anomalies',
  {
    id: uuid('id').primaryKey(),
    day: day('day').notNull(),
    officeIds: text('office_ids').array().notNull(),
    watched: text('watched', { enum: WATCHED }).notNull(),
    /** `*` for all consignments. */
    member: text('member').notNull(),
    kind: text('kind', { enum: ANOMALY_KINDS }).notNull(),
    observed: integer('observed').notNull(),
    expected: doublePrecision('expected').notNull(),
    low: integer('low').notNull(),
    high: integer('high').notNull(),
    score: doublePrecision('score').notNull(),
    behind: jsonb('behind').$type<readonly Behind[]>().notNull(),
    foundAt: instant('found_at').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: uuid('acknowledged_by'),
    acknowledgedByName: text('acknowledged_by_name'),
    note: text('note'),
  },
  (t) => [
    // A reader asks: what was found, the latest day first, what nobody has looked at before the rest?
    index('anomalies_day').on(t.day.desc().nullsFirst(), t.id),
    index('anomalies_open').on(t.day.desc().nullsFirst(), t.id).where(sql`acknowledged_at is null`),
    check('anomalies_watched', oneOf('watched', WATCHED)),
    check('anomalies_kind', oneOf('kind', ANOMALY_KINDS)),
    check('anomalies_acknowledged', sql`(acknowledged_at is null) = (acknowledged_by is null)`),
  ],
);

/** Days that were judged, so that each is judged once, whatever was found. */
export const judgedDays = statisticsSchema.table('judged_days', {
  day: day('day').primaryKey(),
  judgedAt: instant('judged_at').notNull(),
});

/** How each day came out when it was last computed anew from the ledger: cells that differ, and kept sums that did not add up. */
export const checkedDays = statisticsSchema.table('checked_days', {
  day: day('day').primaryKey(),
  checkedAt: instant('checked_at').notNull(),
  consignments: integer('consignments').notNull(),
  differences: integer('differences').notNull(),
  disagreeingCubes: text('disagreeing_cubes').array().notNull(),
});

/** Counts of a scorecard, of the consignments of a partner and an office; see `MONTH_COUNTS`. */
const scoreCounts = () => ({
  consignments: integer('consignments').notNull(),
  beforeArrival: integer('before_arrival').notNull(),
  complete: integer('complete').notNull(),
  vague: integer('vague').notNull(),
  coded: integer('coded').notNull(),
  selected: integer('selected').notNull(),
  amendedAfter: integer('amended_after').notNull(),
  asked: integer('asked').notNull(),
  answered: integer('answered').notNull(),
  answeredInTime: integer('answered_in_time').notNull(),
  answerSeconds: count('answer_seconds').notNull(),
  toPresent: integer('to_present').notNull(),
  presented: integer('presented').notNull(),
  examined: integer('examined').notNull(),
  findings: integer('findings').notNull(),
});

/** The consignments first received from a partner on a day at an office, as the ledger had them when the day was counted. */
export const partnerDays = statisticsSchema.table(
  'partner_days',
  {
    partnerId: uuid('partner_id').notNull(),
    day: day('day').notNull(),
    officeId: text('office_id').notNull(),
    ...scoreCounts(),
  },
  (t) => [
    primaryKey({ columns: [t.partnerId, t.day, t.officeId] }),
    // A day that is counted anew replaces its rows; a month asks for its days.
    index('partner_days_day').on(t.day),
  ],
);

/**
 * When each day was counted for the scorecards, and until when its changes were looked for. A day that could not be counted says so, and
 * holds up no other.
 */
export const countedDays = statisticsSchema.table(
  'counted_days',
  {
    day: day('day').primaryKey(),
    countedAt: instant('counted_at'),
    lookedAt: instant('looked_at'),
    failedAt: instant('failed_at'),
    failure: text('failure'),
  },
  () => [check('counted_days_failed_whole', sql`(failed_at is null) = (failure is null)`)],
);

/** What the scorecards of partners are read from: the sums of the counted days of a month, by office. `-`: refused, of no known office. */
export const partnerMonths = statisticsSchema.table(
  'partner_months',
  {
    partnerId: uuid('partner_id').notNull(),
    /** First day of the month. */
    month: day('month').notNull(),
    officeId: text('office_id').notNull().default('-'),
    ...scoreCounts(),
    refused: integer('refused').notNull(),
    countedAt: instant('counted_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.partnerId, t.month, t.officeId] }),
    // A scorecard asks: what of these months, of everybody?
    index('partner_months_month').on(t.month),
  ],
);
