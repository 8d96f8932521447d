import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ProfileContent } from '@/lib/profile/content';
import { PROFILE_STATES } from '@/lib/profile/life-cycle';
import type { MetCondition } from '@/lib/profile/predicate';
import { HIT_MODES, KEPT_BACK } from '@/lib/profile/select';
import { count, day, instant, oneOf } from './columns';
import { riskSchema } from './risk';

const texts = (name: string) => text(name).array().notNull();

/**
 * What profiles look at: one row per assessed version, as it was when it was assessed, so that a back-test sees what the day saw.
 * One column for each field of `lib/profile/fields`. Holds no personal data. Append-only, partitioned.
 */
export const profileFacts = riskSchema.table(
  'profile_facts',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    version: integer('version').notNull(),
    assessedAt: instant('assessed_at').notNull(),
    regime: text('regime'),
    channel: text('channel'),
    transportMode: text('transport_mode'),
    officeId: text('office_id'),
    partnerId: text('partner_id'),
    dispatchCountry: text('dispatch_country'),
    senderCountry: text('sender_country'),
    recipientCountry: text('recipient_country'),
    transactionType: text('transaction_type'),
    collectionModel: text('collection_model'),
    schemeId: text('scheme_id'),
    marketplace: text('marketplace'),
    sellerName: text('seller_name'),
    commodityCodes: texts('commodity_codes'),
    originCountries: texts('origin_countries'),
    currencies: texts('currencies'),
    descriptions: texts('descriptions'),
    itemCount: count('item_count'),
    pieces: count('pieces'),
    netMassG: count('net_mass_g'),
    grossMassG: count('gross_mass_g'),
    intrinsicValueMinor: count('intrinsic_value_minor'),
    customsValueMinor: count('customs_value_minor'),
    dutyMinor: count('duty_minor'),
    vatMinor: count('vat_minor'),
    valuePerKgMinor: count('value_per_kg_minor'),
    minutesToArrival: count('minutes_to_arrival'),
    qualityScore: count('quality_score'),
    warningCodes: texts('warning_codes'),
    indicatorCodes: texts('indicator_codes'),
    score: count('score'),
    releaseCategory: count('release_category'),
    deniedMatches: count('denied_matches'),
    senderKnownDays: count('sender_known_days'),
    senderConsignments1d: count('sender_consignments_1d'),
    senderConsignments7d: count('sender_consignments_7d'),
    senderConsignments30d: count('sender_consignments_30d'),
    senderValueMinor1d: count('sender_value_minor_1d'),
    senderValueMinor7d: count('sender_value_minor_7d'),
    senderValueMinor30d: count('sender_value_minor_30d'),
    senderGifts30d: count('sender_gifts_30d'),
    senderExamined365d: count('sender_examined_365d'),
    senderFindings365d: count('sender_findings_365d'),
    recipientKnownDays: count('recipient_known_days'),
    recipientConsignments1d: count('recipient_consignments_1d'),
    recipientConsignments7d: count('recipient_consignments_7d'),
    recipientConsignments30d: count('recipient_consignments_30d'),
    recipientValueMinor1d: count('recipient_value_minor_1d'),
    recipientValueMinor7d: count('recipient_value_minor_7d'),
    recipientValueMinor30d: count('recipient_value_minor_30d'),
    recipientGifts30d: count('recipient_gifts_30d'),
    recipientExamined365d: count('recipient_examined_365d'),
    recipientFindings365d: count('recipient_findings_365d'),
    recipientSenders1d: count('recipient_senders_1d'),
    recipientSenders7d: count('recipient_senders_7d'),
    recipientSenders30d: count('recipient_senders_30d'),
    addressKnownDays: count('address_known_days'),
    addressConsignments1d: count('address_consignments_1d'),
    addressConsignments7d: count('address_consignments_7d'),
    addressConsignments30d: count('address_consignments_30d'),
    addressValueMinor1d: count('address_value_minor_1d'),
    addressValueMinor7d: count('address_value_minor_7d'),
    addressValueMinor30d: count('address_value_minor_30d'),
    addressGifts30d: count('address_gifts_30d'),
    addressSenders1d: count('address_senders_1d'),
    addressSenders7d: count('address_senders_7d'),
    addressSenders30d: count('address_senders_30d'),
    marketplaceConsignments1d: count('marketplace_consignments_1d'),
    marketplaceConsignments7d: count('marketplace_consignments_7d'),
    marketplaceConsignments30d: count('marketplace_consignments_30d'),
    marketplaceValueMinor1d: count('marketplace_value_minor_1d'),
    marketplaceValueMinor7d: count('marketplace_value_minor_7d'),
    marketplaceValueMinor30d: count('marketplace_value_minor_30d'),
    schemeSenders30d: count('scheme_senders_30d'),
    schemeConsignments1d: count('scheme_consignments_1d'),
    schemeConsignments7d: count('scheme_consignments_7d'),
    schemeConsignments30d: count('scheme_consignments_30d'),
    schemeValueMinor1d: count('scheme_value_minor_1d'),
    schemeValueMinor7d: count('scheme_value_minor_7d'),
    schemeValueMinor30d: count('scheme_value_minor_30d'),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.receivedOn, t.version] }),
    // A back-test asks, step by step: what did these days bring? Without it each step reads its whole month.
    index('profile_facts_day').on(t.receivedOn),
  ],
);

/** A profile: who answers for it, and the conditions being written. What was proposed stands in its versions. */
export const profiles = riskSchema.table(
  'profiles',
  {
    id: uuid('id').primaryKey(),
    /** What people call it by. */
    number: integer('number').notNull(),
    ownerId: uuid('owner_id').notNull(),
    ownerName: text('owner_name').notNull(),
    /** As it was typed, complete or not; null when nothing is being written. */
    draft: jsonb('draft').$type<unknown>(),
    /** Who wrote at it since the last version: none of them decides on the next. */
    draftAuthors: uuid('draft_authors').array().notNull(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Last day on which any version of it may look: it rests on what another administration gave until then. Null for our own. */
    endsOn: day('ends_on'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (t) => [uniqueIndex('profiles_number').on(t.number)],
);

/** What an author proposed, word for word. Append-only. */
export const profileVersions = riskSchema.table(
  'profile_versions',
  {
    profileId: uuid('profile_id').notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<ProfileContent>().notNull(),
    /** Everybody who wrote at it, and who proposed it. */
    authors: uuid('authors').array().notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    proposedAt: instant('proposed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.profileId, t.version] })],
);

/** Where each version stands, and who put it there. */
export const profileStandings = riskSchema.table(
  'profile_standings',
  {
    profileId: uuid('profile_id').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: PROFILE_STATES }).notNull(),
    /** Last day in shadow; it selects nobody before a person activates it. */
    shadowUntil: day('shadow_until'),
    /** Last day on which it selects. */
    expiresOn: day('expires_on'),
    changedBy: uuid('changed_by').notNull(),
    changedByName: text('changed_by_name').notNull(),
    changedAt: instant('changed_at').notNull(),
    reason: text('reason'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.profileId, t.version] }),
    uniqueIndex('profile_standings_active').on(t.profileId).where(sql`state = 'active'`),
    check('profile_standings_expire', sql`state <> 'active' or expires_on is not null`),
    check('profile_standings_state', oneOf('state', PROFILE_STATES)),
  ],
);

/** Every consignment that met a profile in shadow or in force, with what decided. Append-only, partitioned. */
export const profileHits = riskSchema.table(
  'profile_hits',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    consignmentVersion: integer('consignment_version').notNull(),
    profileId: uuid('profile_id').notNull(),
    version: integer('version').notNull(),
    mode: text('mode', { enum: HIT_MODES }).notNull(),
    /** Why an active profile took no part all the same; null where it did, and in shadow. */
    keptBack: text('kept_back', { enum: KEPT_BACK }),
    /** It selected, and one of the profile's slots of its office and day went to it. */
    hasSlot: boolean('has_slot').notNull().default(false),
    hitAt: instant('hit_at').notNull(),
    /** The conditions that were met, with what the fields held. */
    met: jsonb('met').$type<MetCondition[]>().notNull(),
  },
  (t) => [
    primaryKey({
      name: 'profile_hits_pk',
      columns: [t.consignmentId, t.receivedOn, t.consignmentVersion, t.profileId, t.version],
    }),
    index('profile_hits_profile').on(t.profileId, t.version, t.receivedOn),
    // The results of a version ask: which hits came last?
    index('profile_hits_latest').on(t.profileId, t.version, t.hitAt.desc().nullsFirst(), t.consignmentId),
    check('profile_hits_mode', oneOf('mode', HIT_MODES)),
    check('profile_hits_kept_back', sql`kept_back in ('muted', 'no_slot') and not has_slot or kept_back is null`),
  ],
);
