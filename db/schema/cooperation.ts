import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgSchema, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { CAVEATS, HANDLINGS } from '@/lib/cooperation/handling';
import type { IdentifierKind } from '@/lib/cooperation/identifier-kinds';
import { ITEM_KINDS, PACKAGE_KINDS, type PackageContent } from '@/lib/cooperation/package';
import { COUNTERPART_STATES, DIRECTIONS, EXCHANGE_STATES, ITEM_STATES, MATCH_STATES } from '@/lib/cooperation/states';
import { bytes, count, day, instant, oneOf } from './columns';

export const cooperationSchema = pgSchema('cooperation');

/** Who we are in exchanges, and the key we sign with. A new one takes the place of the one before, whose row stays and whose key is emptied. */
export const exchangeIdentities = cooperationSchema.table(
  'identities',
  {
    /** SHA-256 of the public key. */
    fingerprint: text('fingerprint').primaryKey(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    publicPem: text('public_pem').notNull(),
    /** What signs every package (PKCS #8, PEM), sealed by the key of the settings, see `sealSecret`: the database alone signs nothing. Only the approval of a package opens it; empty once retired. The column has its name of before it was sealed: processes of that version read it until they end. */
    sealedKey: text('private_pem').notNull(),
    enteredBy: uuid('entered_by').notNull(),
    enteredByName: text('entered_by_name').notNull(),
    enteredAt: instant('entered_at').notNull(),
    retiredAt: instant('retired_at'),
  },
  () => [uniqueIndex('exchange_identities_current').on(sql`(retired_at is null)`).where(sql`retired_at is null`)],
);

/** An administration that packages are exchanged with: entered by one person, approved by another who compared the fingerprint. */
export const exchangeCounterparts = cooperationSchema.table(
  'counterparts',
  {
    counterpartId: uuid('counterpart_id').primaryKey(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    publicPem: text('public_pem').notNull(),
    fingerprint: text('fingerprint').notNull(),
    /** The agreement that everything exchanged rests on. */
    legalBasis: text('legal_basis').notNull(),
    validFrom: day('valid_from').notNull(),
    /** First day on which nothing more is exchanged. */
    validTo: day('valid_to').notNull(),
    state: text('state', { enum: COUNTERPART_STATES }).notNull(),
    /** Agreed with the other side; keys of matchings are made of it. Sealed as our own key is, in a column of the name it had before; no query gives it out. */
    sealedMatchSecret: text('match_secret'),
    proposedBy: uuid('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedAt: instant('decided_at'),
    decisionNote: text('decision_note'),
    endedBy: uuid('ended_by'),
    endedByName: text('ended_by_name'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (t) => [
    // One administration has one key at a time, and a key is one administration's.
    uniqueIndex('exchange_counterparts_code').on(t.code).where(sql`state in ('proposed', 'approved')`),
    uniqueIndex('exchange_counterparts_key').on(t.fingerprint).where(sql`state in ('proposed', 'approved')`),
    check('exchange_counterparts_state', oneOf('state', COUNTERPART_STATES)),
    check('exchange_counterparts_period', sql`valid_to > valid_from`),
    check('exchange_counterparts_other_person', sql`decided_by is null or decided_by <> proposed_by`),
    check('exchange_counterparts_ended_whole', sql`(state = 'ended') = (ended_at is not null)`),
  ],
);

/** A package that was prepared here or came from another administration. What it tells never changes; only where it stands does. */
export const exchangePackages = cooperationSchema.table(
  'packages',
  {
    exchangeId: uuid('exchange_id').primaryKey(),
    /** Its own id, which the sender gave it. */
    packageId: uuid('package_id').notNull(),
    counterpartId: uuid('counterpart_id').notNull(),
    direction: text('direction', { enum: DIRECTIONS }).notNull(),
    kind: text('kind', { enum: PACKAGE_KINDS }).notNull(),
    state: text('state', { enum: EXCHANGE_STATES }).notNull(),
    handling: text('handling', { enum: HANDLINGS }).notNull(),
    caveats: text('caveats', { enum: CAVEATS }).array().notNull(),
    expiresOn: day('expires_on').notNull(),
    content: jsonb('content').$type<PackageContent>().notNull(),
    /** Of the canonical text of the content: an approval is bound to it. */
    contentSha256: text('content_sha256').notNull(),
    /** The file as it was signed or as it came; null until it is signed. */
    file: bytes('file'),
    fileSha256: text('file_sha256'),
    /** What identifiers of a request of ours stand for, masked. */
    asked: jsonb('asked').$type<{ number: number; kind: IdentifierKind; masked: string }[]>(),
    /** Of an answer: the exchange of the request. */
    answersTo: uuid('answers_to'),
    madeBy: uuid('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: instant('made_at').notNull(),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedAt: instant('decided_at'),
    decisionNote: text('decision_note'),
    /** When its file was first fetched to be sent. */
    fetchedAt: instant('fetched_at'),
    endedBy: uuid('ended_by'),
    endedByName: text('ended_by_name'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (t) => [
    // A file that comes again asks: is it known, and is it the same?
    uniqueIndex('exchange_packages_id').on(t.counterpartId, t.direction, t.packageId),
    index('exchange_packages_latest').on(t.madeAt),
    check('exchange_packages_kind', oneOf('kind', PACKAGE_KINDS)),
    check('exchange_packages_state', oneOf('state', EXCHANGE_STATES)),
    check('exchange_packages_direction', oneOf('direction', DIRECTIONS)),
    check('exchange_packages_handling', oneOf('handling', HANDLINGS)),
    check('exchange_packages_other_person', sql`direction = 'received' or decided_by is null or decided_by <> made_by`),
    check('exchange_packages_signed', sql`(file is null) = (file_sha256 is null)`),
  ],
);

/** What a package holds, item by item: of one of ours what it was made of, of one that came what it became. */
export const exchangeItems = cooperationSchema.table(
  'items',
  {
    exchangeId: uuid('exchange_id').notNull(),
    number: integer('number').notNull(),
    kind: text('kind', { enum: ITEM_KINDS }).notNull(),
    handling: text('handling', { enum: HANDLINGS }).notNull(),
    caveats: text('caveats', { enum: CAVEATS }).array().notNull(),
    expiresOn: day('expires_on').notNull(),
    state: text('state', { enum: ITEM_STATES }).notNull(),
    /** The profile or list it was made of or became. */
    subjectId: text('subject_id'),
    subjectVersion: integer('subject_version'),
    takenByName: text('taken_by_name'),
    takenAt: instant('taken_at'),
  },
  (t) => [
    primaryKey({ columns: [t.exchangeId, t.number] }),
    // Preparing a package asks: did this profile or list come from somebody else?
    index('exchange_items_subject').on(t.subjectId).where(sql`subject_id is not null`),
    check('exchange_items_state', oneOf('state', ITEM_STATES)),
  ],
);

/** The search for the hashed identifiers of a request among consignments, day by day. */
export const exchangeMatches = cooperationSchema.table(
  'matches',
  {
    exchangeId: uuid('exchange_id').primaryKey(),
    state: text('state', { enum: MATCH_STATES }).notNull(),
    fromOn: day('from_on').notNull(),
    toOn: day('to_on').notNull(),
    /** The day to look at next; after `to_on` when all were looked at. */
    nextOn: day('next_on').notNull(),
    /** The offices of whoever started it: an answer holds no more than they may see. */
    officeIds: text('office_ids').array().notNull(),
    looked: count('looked').notNull().default(0),
    /** How many consignments meet each number; of each only the first are kept as hits. */
    met: jsonb('met').$type<Readonly<Record<string, number>>>().notNull().default({}),
    attempts: integer('attempts').notNull().default(0),
    startedBy: uuid('started_by').notNull(),
    startedByName: text('started_by_name').notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('exchange_matches_waiting').on(t.startedAt).where(sql`state = 'waiting'`),
    check('exchange_matches_state', oneOf('state', MATCH_STATES)),
  ],
);

/** A consignment with a party whose identifier has the hash of that number: it goes when the people of the consignment are erased. */
export const exchangeMatchHits = cooperationSchema.table(
  'match_hits',
  {
    exchangeId: uuid('exchange_id').notNull(),
    number: integer('number').notNull(),
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    officeId: text('office_id').notNull(),
    reference: text('reference').notNull(),
  },
  (t) => [primaryKey({ columns: [t.exchangeId, t.number, t.consignmentId] })],
);
