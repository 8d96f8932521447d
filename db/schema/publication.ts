import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { STANDINGS } from '@/lib/disclosure/protect';
import type { DisclosureRule, Finding } from '@/lib/disclosure/rule';
import { DATASET_IDS, type Dataset } from '@/lib/publication/datasets';
import { MAIL_KINDS, MAIL_STATES } from '@/lib/publication/mail';
import { RELEASE_STATES } from '@/lib/publication/states';
import { day, instant, oneOf } from './columns';

export const publicationSchema = pgSchema('publication');

/** What of a month is in its figures, and what could not be counted. */
export type Coverage = {
  readonly consignments: number;
  /** Records of the month that wait in quarantine. */
  readonly quarantined: number;
  /** Goods items whose origin, and whose commodity code, was not declared. */
  readonly items: number;
  readonly withoutOrigin: number;
  readonly withoutCode: number;
};

/**
 * Inner cells that are no noughts, how many of them are told, and what they hold. `takenAt` is the ISO instant their figures are of: that of
 * an earlier vintage where too little changed since to tell it.
 */
export type KeptFigures = {
  readonly cells: number;
  readonly cellsShown: number;
  readonly size: string;
  readonly sizeShown: string;
  readonly takenAt: string;
};

/** A month as it stood when it was frozen. Append-only: what is found out later makes another one, with the next number. */
export const vintages = publicationSchema.table(
  'vintages',
  {
    month: text('month').notNull(),
    number: integer('number').notNull(),
    frozenAt: instant('frozen_at').notNull(),
    definitionsVersion: integer('definitions_version').notNull(),
    rule: jsonb('rule').$type<DisclosureRule>().notNull(),
    administration: text('administration').notNull(),
    currency: text('currency').notNull(),
    minorDigits: integer('minor_digits').notNull(),
    /** Offices whose consignments are in it: only who sees all of them may prepare or approve its release. */
    officeIds: text('office_ids').array().notNull(),
    coverage: jsonb('coverage').$type<Coverage>().notNull(),
    kept: jsonb('kept').$type<Readonly<Record<Dataset, KeptFigures>>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.month, t.number] })],
);

/** Cells of a vintage that are no plain noughts, sums included. Append-only. `*` stands for all members. */
export const vintageCells = publicationSchema.table(
  'vintage_cells',
  {
    month: text('month').notNull(),
    number: integer('number').notNull(),
    dataset: text('dataset', { enum: DATASET_IDS as [Dataset, ...Dataset[]] }).notNull(),
    rowMember: text('row_member').notNull(),
    columnMember: text('column_member').notNull(),
    /** Exact integers in the order of the dataset's measures, as text: what is true, for the next vintage and for people inside. */
    figures: text('figures').array().notNull(),
    /** What is told, before rounding; null where it is hidden. Held cells repeat the vintage before. */
    told: text('told').array(),
    standing: text('standing', { enum: STANDINGS }).notNull(),
    /** Why it is sensitive by itself; null for what is hidden lest another follow from it. Never published. */
    finding: jsonb('finding').$type<Finding>(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.number, t.dataset, t.rowMember, t.columnMember] }),
    check('vintage_cells_standing', oneOf('standing', STANDINGS)),
    check('vintage_cells_told', sql`(told is null) = (standing = 'hidden')`),
  ],
);

/**
 * What each consignment held of each cell when the figures of a table were taken, of the months that may still be revised: who is behind
 * a change is told by the difference, and by nothing else. Replaced with the next vintage. `held` in the order of the dataset's measures.
 */
export const vintageFacts = publicationSchema.table(
  'vintage_facts',
  {
    month: text('month').notNull(),
    dataset: text('dataset', { enum: DATASET_IDS as [Dataset, ...Dataset[]] }).notNull(),
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    rowMember: text('row_member').notNull(),
    columnMember: text('column_member').notNull(),
    held: bigint('held', { mode: 'bigint' }).array().notNull(),
  },
  (t) => [
    primaryKey({
      name: 'vintage_facts_pk',
      columns: [t.month, t.dataset, t.consignmentId, t.rowMember, t.columnMember],
    }),
    // A revision asks, day by day: what did each consignment of this day hold?
    index('vintage_facts_day').on(t.month, t.dataset, t.receivedOn),
  ],
);

/** When a month was last looked at by the job that freezes, whatever came of it. */
export const looks = publicationSchema.table('looks', {
  month: text('month').primaryKey(),
  lookedAt: instant('looked_at').notNull(),
});

/** The release of a vintage: who prepared it for which hour, who approved it, when it went out. */
export const releases = publicationSchema.table(
  'releases',
  {
    id: uuid('id').primaryKey(),
    month: text('month').notNull(),
    number: integer('number').notNull(),
    state: text('state', { enum: RELEASE_STATES }).notNull(),
    releaseAt: instant('release_at').notNull(),
    /** What readers are told of it; for a revision, what changed. */
    note: text('note').notNull(),
    preparedAt: instant('prepared_at').notNull(),
    preparedBy: uuid('prepared_by').notNull(),
    preparedByName: text('prepared_by_name').notNull(),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name'),
    reason: text('reason'),
    publishedAt: instant('published_at'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (t) => [
    uniqueIndex('releases_standing').on(t.month, t.number).where(sql`state in ('prepared', 'approved', 'published')`),
    // The job asks: what is due? The public asks: what was published, the latest first?
    index('releases_due').on(t.releaseAt).where(sql`state = 'approved'`),
    index('releases_published').on(t.publishedAt).where(sql`state = 'published'`),
    check('releases_state', oneOf('state', RELEASE_STATES)),
    check('releases_second_person', sql`decided_by is null or decided_by <> prepared_by`),
    check('releases_published', sql`(published_at is null) = (state <> 'published')`),
  ],
);

/** Who is told of releases by e-mail. Nobody is before the address was confirmed from its own mailbox; who ends it is deleted. */
export const mailSubscribers = publicationSchema.table(
  'mail_subscribers',
  {
    subscriberId: uuid('subscriber_id').primaryKey(),
    email: text('email').notNull(),
    /** Of the address in small letters: one address is told once. */
    emailKey: text('email_key').notNull(),
    /** In every mail: who bears it confirms, or ends, and can do nothing else. */
    key: text('key').notNull(),
    askedAt: instant('asked_at').notNull(),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [uniqueIndex('mail_subscribers_email').on(t.emailKey), uniqueIndex('mail_subscribers_key').on(t.key)],
);

/** Each wish for mails, whoever is known and whatever became of it: limits count these alone, so that they tell nothing. Kept for two days. */
export const mailTries = publicationSchema.table(
  'mail_tries',
  {
    tryId: uuid('try_id').primaryKey(),
    /** Network it came from, hashed. */
    addressKey: text('address_key').notNull(),
    emailKey: text('email_key').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    // The limits ask: how many came from this network, and to this address, lately?
    index('mail_tries_address').on(t.addressKey, t.at),
    index('mail_tries_email').on(t.emailKey, t.at),
    // The clean-up asks: what is old?
    index('mail_tries_at').on(t.at),
  ],
);

/** The outbox of e-mails: one row a subscriber and release, written in the transaction in which it goes out, or one that asks to confirm. */
export const mails = publicationSchema.table(
  'mails',
  {
    mailId: uuid('mail_id').primaryKey(),
    subscriberId: uuid('subscriber_id').notNull(),
    kind: text('kind', { enum: MAIL_KINDS }).notNull(),
    /** The release told of; null where it asks to confirm. */
    month: text('month'),
    number: integer('number'),
    state: text('state', { enum: MAIL_STATES }).notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull().default(0),
    firstAttemptAt: instant('first_attempt_at'),
    /** Until when one worker has it; then another may take it. */
    leaseUntil: instant('lease_until'),
    /** Fencing number: raised by every claim; the outcome of an older claim is refused. */
    claimNumber: integer('claim_number').notNull().default(0),
    settledAt: instant('settled_at'),
    /** The code the mail server answered the last attempt with, or how it could not be reached; never its words, which repeat the address. */
    fault: text('fault'),
  },
  (t) => [
    // A release is told once to each.
    uniqueIndex('mails_release').on(t.subscriberId, t.month, t.number).where(sql`kind = 'release'`),
    // The worker asks: what is due, the oldest first?
    index('mails_due').on(t.dueAt).where(sql`state = 'waiting'`),
    // The clean-up asks: what was settled long ago?
    index('mails_settled').on(t.settledAt).where(sql`settled_at is not null`),
    check('mails_kind', oneOf('kind', MAIL_KINDS)),
    check('mails_state', oneOf('state', MAIL_STATES)),
    check('mails_release_whole', sql`(kind = 'release') = (month is not null) and (month is null) = (number is null)`),
  ],
);
