import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { BACK_TEST_STATES } from '@/lib/profile/back-test';
import { MUTED_PARTIES } from '@/lib/profile/mute';
import { LIST_STATES, LISTED_KINDS } from '@/lib/profile/named-list';
import { count, day, instant, minor, oneOf } from './columns';
import { riskSchema } from './risk';

/** How many consignments a profile selected at an office on a day of receipt; no more than its daily slots. */
export const profileSlots = riskSchema.table(
  'profile_slots',
  {
    profileId: uuid('profile_id').notNull(),
    officeId: text('office_id').notNull(),
    day: day('day').notNull(),
    used: integer('used').notNull(),
  },
  (t) => [primaryKey({ columns: [t.profileId, t.officeId, t.day] }), check('profile_slots_used', sql`used >= 0`)],
);

/**
 * A party that a profile leaves alone until a day. The party is the key of its history, and is told by the consignment that it was
 * muted from, so that no personal data is kept here.
 */
export const profileMutes = riskSchema.table(
  'profile_mutes',
  {
    id: uuid('id').primaryKey(),
    profileId: uuid('profile_id').notNull(),
    party: text('party', { enum: MUTED_PARTIES }).notNull(),
    partyKey: text('party_key').notNull(),
    consignmentId: uuid('seen_at_consignment').notNull(),
    reference: text('reference').notNull(),
    officeId: text('office_id').notNull(),
    /** Last day on which the party is left alone. */
    until: day('until').notNull(),
    reason: text('reason').notNull(),
    mutedBy: uuid('muted_by').notNull(),
    mutedByName: text('muted_by_name').notNull(),
    mutedAt: instant('muted_at').notNull(),
    liftedBy: uuid('lifted_by'),
    liftedByName: text('lifted_by_name'),
    liftedAt: instant('lifted_at'),
    liftReason: text('lift_reason'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (t) => [
    index('profile_mutes_in_force').on(t.until).where(sql`lifted_at is null`),
    index('profile_mutes_profile').on(t.profileId, t.mutedAt.desc().nullsFirst()),
    check('profile_mutes_party', oneOf('party', MUTED_PARTIES)),
    check('profile_mutes_lifted_whole', sql`(lifted_by is null) = (lifted_at is null)`),
  ],
);

/** A version or draft tried on stored history, day by day: what was asked, and how far it is. Sums stand in its days. */
export const profileBackTests = riskSchema.table(
  'profile_back_tests',
  {
    id: uuid('id').primaryKey(),
    profileId: uuid('profile_id').notNull(),
    /** Absent for a draft, whose conditions then stand in `tree` as they were when it was asked for. */
    version: integer('version'),
    tree: jsonb('tree'),
    state: text('state', { enum: BACK_TEST_STATES }).notNull(),
    /** The offices of whoever asked: a result holds no more than they may see. */
    officeIds: text('office_ids').array().notNull(),
    /** First and last day of receipt, both inside. */
    fromOn: day('from_on').notNull(),
    toOn: day('to_on').notNull(),
    /** The day to look at next; after `to_on` when all were looked at. */
    nextOn: day('next_on').notNull(),
    /** Edition of every list that its conditions name, as `key edition`. */
    lists: text('lists').array().notNull(),
    problem: text('problem'),
    /** How often in a row its next day failed. */
    attempts: integer('attempts').notNull().default(0),
    askedBy: uuid('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
    askedAt: instant('asked_at').notNull(),
    endedAt: instant('ended_at'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (t) => [
    index('profile_back_tests_waiting').on(t.askedAt).where(sql`state in ('waiting', 'running')`),
    index('profile_back_tests_profile').on(t.profileId, t.version, t.askedAt.desc().nullsFirst()),
    check('profile_back_tests_state', oneOf('state', BACK_TEST_STATES)),
    check('profile_back_tests_of', sql`(version is null) = (tree is not null)`),
    check('profile_back_tests_ended', sql`(ended_at is null) = (state in ('waiting', 'running'))`),
  ],
);

/** What a back-test found among the consignments of one day of receipt. Append-only. */
export const profileBackTestDays = riskSchema.table(
  'profile_back_test_days',
  {
    backTestId: uuid('back_test_id').notNull(),
    day: day('day').notNull(),
    looked: count('looked').notNull(),
    hits: count('hits').notNull(),
    /** Of the hits: examined, those with a finding, and the further charges they brought. */
    examined: count('examined').notNull(),
    findings: count('findings').notNull(),
    chargesMinor: minor('charges_minor').notNull(),
    /** Findings among all consignments of the day. */
    allFindings: count('all_findings').notNull(),
  },
  (t) => [primaryKey({ columns: [t.backTestId, t.day] })],
);

/** A list of codes or texts that people keep for profiles. Its entries stand in its editions. */
export const profileLists = riskSchema.table(
  'profile_lists',
  {
    key: text('key').primaryKey(),
    title: text('title').notNull(),
    kind: text('kind', { enum: LISTED_KINDS }).notNull(),
    createdAt: instant('created_at').notNull(),
    /** Of its latest edition. */
    edition: integer('edition').notNull(),
    /** Last day on which it is there: another administration gave its entries until then. Null for our own. */
    endsOn: day('ends_on'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  () => [check('profile_lists_kind', oneOf('kind', LISTED_KINDS))],
);

/** The entries of a list from one moment to the next edition. What it holds never changes; only where it stands does. */
export const profileListEditions = riskSchema.table(
  'profile_list_editions',
  {
    listKey: text('list_key').notNull(),
    edition: integer('edition').notNull(),
    entries: text('entries').array().notNull(),
    reason: text('reason').notNull(),
    state: text('state', { enum: LIST_STATES }).notNull(),
    savedBy: uuid('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    savedAt: instant('saved_at').notNull(),
    /** Who wrote at it since the edition in force: none of them decides on it. */
    authors: uuid('authors').array().notNull(),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.listKey, t.edition] }),
    check('profile_list_editions_state', oneOf('state', LIST_STATES)),
    check(
      'profile_list_editions_four_eyes',
      sql`saved_by = any(authors) and (decided_by is null or decided_by <> all(authors))`,
    ),
  ],
);
