import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgSchema, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { CHANNELS, COLLECTION_MODELS, REGIMES, TRANSACTION_TYPES } from '@/lib/consignment/codes';
import type { SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import type { ChargeFacts } from '@/lib/revenue/charge-facts';
import { count, day, instant, minor } from './columns';

export const consignmentSchema = pgSchema('consignment');

/** First receipt of each consignment: the partition key that no amendment changes and a resend finds again. */
export const identities = consignmentSchema.table(
  'identities',
  {
    consignmentId: uuid('consignment_id').primaryKey(),
    receivedOn: day('received_on').notNull(),
    partnerId: uuid('partner_id').notNull(),
    reference: text('reference').notNull(),
  },
  (t) => [
    index('identities_reference').on(t.reference),
    // A search asks: which consignments bear this reference, in whatever case it is typed?
    index('identities_reference_folded').on(sql`lower(reference)`),
  ],
);

/** The current version of each consignment, without personal data. Partitioned by month of `received_on`. */
export const consignments = consignmentSchema.table(
  'consignments',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    partnerId: uuid('partner_id').notNull(),
    reference: text('reference').notNull(),
    version: integer('version').notNull(),
    contentHash: text('content_hash').notNull(),
    submissionId: uuid('submission_id').notNull(),
    receivedAt: instant('received_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    regime: text('regime', { enum: REGIMES }).notNull(),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    transportMode: text('transport_mode'),
    s10Id: text('s10_id'),
    houseRef: text('house_ref'),
    masterRef: text('master_ref'),
    lrn: text('lrn'),
    mrn: text('mrn'),
    officeId: text('office_id').notNull(),
    expectedArrivalAt: instant('expected_arrival_at').notNull(),
    dispatchCountry: text('dispatch_country'),
    transactionType: text('transaction_type', { enum: TRANSACTION_TYPES }).notNull(),
    marketplace: text('marketplace'),
    sellerName: text('seller_name'),
    schemeId: text('scheme_id'),
    collectionModel: text('collection_model', { enum: COLLECTION_MODELS }).notNull(),
    grossMassKg: text('gross_mass_kg'),
    grossMassG: count('gross_mass_g'),
    transportCost: text('transport_cost'),
    transportCurrency: text('transport_currency'),
    senderCountry: text('sender_country').notNull(),
    recipientCountry: text('recipient_country').notNull(),
    /** Folded, hashed keys of sender, recipient and address: history joins on them without touching personal data. */
    senderKey: text('sender_key').notNull(),
    recipientKey: text('recipient_key').notNull(),
    addressKey: text('address_key').notNull(),
    /** Of the recipient's telephone number; null where none is given, or the data came before it was kept. */
    phoneKey: text('phone_key'),
    /** 0 to 100; null where the data came before scores were given. */
    qualityScore: smallint('quality_score'),
    warnings: jsonb('warnings').$type<Problem[]>().notNull().default([]),
    /** What the charges of this version rest on beside its data and the law; null where there is nothing. */
    chargeFacts: jsonb('charge_facts').$type<ChargeFacts>(),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.receivedOn] }),
    // Links list the most recent of a key within some offices, by pages: office and id stand in the index, so that the many of
    // other offices are passed over in it, unread.
    index('consignments_sender').on(t.senderKey, t.receivedOn, t.consignmentId, t.officeId),
    index('consignments_recipient').on(t.recipientKey, t.receivedOn, t.consignmentId, t.officeId),
    index('consignments_address').on(t.addressKey, t.receivedOn, t.consignmentId, t.officeId),
    index('consignments_phone')
      .on(t.phoneKey, t.receivedOn, t.consignmentId, t.officeId)
      .where(sql`phone_key is not null`),
    index('consignments_scheme')
      .on(t.schemeId, t.receivedOn, t.consignmentId, t.officeId)
      .where(sql`scheme_id is not null`),
    index('consignments_s10').on(t.s10Id).where(sql`s10_id is not null`),
    // An amendment asks: which consignment bears this movement reference number?
    index('consignments_mrn').on(t.mrn).where(sql`mrn is not null`),
    index('consignments_house_ref_folded').on(sql`lower(house_ref)`).where(sql`house_ref is not null`),
    index('consignments_submission').on(t.submissionId),
  ],
);

/** Every version as sent. Append-only, partitioned. */
export const versions = consignmentSchema.table(
  'versions',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    version: integer('version').notNull(),
    submissionId: uuid('submission_id').notNull(),
    recordNumber: integer('record_number').notNull(),
    receivedAt: instant('received_at').notNull(),
    contentHash: text('content_hash').notNull(),
    qualityScore: smallint('quality_score'),
    /** Goods and transport data as sent; the party columns live in `parties`. */
    sent: jsonb('sent').$type<SentRecord>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.receivedOn, t.version] }),
    // Undoing a submission asks: what did this submission bring that a later one replaced? The acknowledgements read it in order.
    index('versions_submission').on(t.submissionId, t.recordNumber),
  ],
);

/** Goods items of the current version with their charges. Partitioned. */
export const items = consignmentSchema.table(
  'items',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    itemNumber: integer('item_number').notNull(),
    description: text('description').notNull(),
    commodityCode: text('commodity_code'),
    originCountry: text('origin_country'),
    quantity: text('quantity'),
    netMassKg: text('net_mass_kg'),
    netMassG: count('net_mass_g'),
    value: text('value').notNull(),
    currency: text('currency').notNull(),
    listingUrl: text('listing_url'),
    valueMinor: minor('value_minor').notNull(),
    dutyMinor: minor('duty_minor').notNull(),
    vatMinor: minor('vat_minor').notNull(),
    isPrincipal: integer('is_principal').notNull(),
  },
  (t) => [primaryKey({ columns: [t.consignmentId, t.receivedOn, t.itemNumber] })],
);

/** Sender and recipient of each version: the personal data, apart from the goods. Partitioned. */
export const parties = consignmentSchema.table(
  'parties',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    version: integer('version').notNull(),
    kind: text('kind', { enum: ['sender', 'recipient'] }).notNull(),
    name: text('name').notNull(),
    address: text('address'),
    city: text('city'),
    postcode: text('postcode'),
    country: text('country').notNull(),
    identifier: text('identifier'),
    phone: text('phone'),
    email: text('email'),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.receivedOn, t.version, t.kind] }),
    // A person asks what is held of them: which consignments bear this address?
    index('parties_email').on(sql`lower(email)`).where(sql`email is not null`),
  ],
);
