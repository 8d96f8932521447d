import { sql } from 'drizzle-orm';
import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { type DeniedMatch, SCREENED_PARTIES } from '@/lib/assessment/facts';
import type { ChargeKind, Indicator } from '@/lib/assessment/types';
import { LANES, SELECTION_REASONS } from '@/lib/consignment/codes';
import type { Histogram } from '@/lib/risk/value-spread';
import { day, instant, minor } from './columns';

export const riskSchema = pgSchema('risk');

/** The printed working of the charges as stored: amounts are decimal text of minor units. */
export type StoredChargeLine = {
  kind: ChargeKind;
  itemNumber: number;
  baseMinor: string;
  ratePercent: string | null;
  amountMinor: string;
  working: { code: string; values: Record<string, string | number> };
  citation: string;
};

/** One row per assessed version; only fired indicators are kept. Append-only, partitioned. */
export const assessments = riskSchema.table(
  'assessments',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    version: integer('version').notNull(),
    assessedAt: instant('assessed_at').notNull(),
    policyVersion: text('policy_version').notNull(),
    engineVersion: text('engine_version').notNull(),
    score: smallint('score').notNull(),
    /** What the model in force gave: the calibrated chance of a finding, 0 to 1. It ranks and decides nothing; null without a model. */
    chance: doublePrecision('chance'),
    lane: text('lane', { enum: LANES }).notNull(),
    selectionReason: text('selection_reason', { enum: SELECTION_REASONS }).notNull(),
    randomProbability: text('random_probability').notNull(),
    releaseCategory: smallint('release_category').notNull(),
    indicators: jsonb('indicators').$type<Indicator[]>().notNull(),
    currency: text('currency').notNull(),
    intrinsicValueMinor: minor('intrinsic_value_minor').notNull(),
    customsValueMinor: minor('customs_value_minor').notNull(),
    dutyMinor: minor('duty_minor').notNull(),
    vatMinor: minor('vat_minor').notNull(),
    chargeLines: jsonb('charge_lines').$type<StoredChargeLine[]>().notNull(),
    /** Listed parties that a name, address, telephone or tax number resembled, the most alike first; null where none did. */
    listedMatches: jsonb('listed_matches').$type<DeniedMatch[]>(),
  },
  (t) => [primaryKey({ columns: [t.consignmentId, t.receivedOn, t.version] })],
);

/** A recipient, an address or a scheme number with who sent to it, or under it. */
export const PAIR_KINDS = ['recipient_sender', 'address_sender', 'scheme_sender'] as const;
export const PARTY_KINDS = ['sender', 'recipient', 'address', 'marketplace', 'scheme', ...PAIR_KINDS] as const;

/** What each party key did on each day; history is read from here, never by counting consignments. */
export const partyDays = riskSchema.table(
  'party_days',
  {
    kind: text('kind', { enum: PARTY_KINDS }).notNull(),
    /** Of a pair, as in `scheme_sender`: the scheme number, recipient or address, a bar and who sent. */
    key: text('key').notNull(),
    day: day('day').notNull(),
    consignments: integer('consignments').notNull(),
    /** Intrinsic value of the versions in force, without what was withdrawn. */
    valueMinor: minor('value_minor').notNull(),
    /** The customs value of the same, kept of senders to recipients and addresses: intake holds their day against the limits together. */
    customsMinor: minor('customs_minor').notNull().default(sql`0`),
    gifts: integer('gifts').notNull(),
    examined: integer('examined').notNull(),
    findings: integer('findings').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.key, t.day] }),
    // Intake asks: how many used this scheme number of late?
    index('party_days_scheme').on(sql`split_part(${t.key}, '|', 1)`, t.day).where(sql`kind = 'scheme_sender'`),
    // Intake asks: how many senders did this recipient, this address have of late?
    index('party_days_senders')
      .on(sql`split_part(${t.key}, '|', 1)`, t.day)
      .where(sql`kind in ('recipient_sender', 'address_sender')`),
    // Erasing asks: which days are over their period?
    index('party_days_day').on(t.day),
  ],
);

/**
 * How many senders those recipients, addresses and scheme numbers had that have many, as it stood on a day: counted from the rows of
 * their pairs once a day and moved by every batch, so that an address of a forwarder costs a batch no more than any other.
 */
export const senderCounts = riskSchema.table(
  'sender_counts',
  {
    kind: text('kind', { enum: PAIR_KINDS }).notNull(),
    /** The recipient, address or scheme number. */
    key: text('key').notNull(),
    day: day('day').notNull(),
    senders1d: integer('senders_1d').notNull(),
    senders7d: integer('senders_7d').notNull(),
    senders30d: integer('senders_30d').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key, t.day] })],
);

/** Reference bands of unit value, recomputed by a job from released and corrected consignments. */
export const valueBands = riskSchema.table(
  'value_bands',
  {
    level: text('level', {
      enum: ['subheading_origin', 'subheading', 'heading_origin', 'heading', 'chapter'],
    }).notNull(),
    /** `851713:CN`, `851713`, `8517:CN`, `8517` or `85`. */
    key: text('key').notNull(),
    count: integer('count').notNull(),
    lowMinor: minor('low_minor').notNull(),
    medianMinor: minor('median_minor').notNull(),
    highMinor: minor('high_minor').notNull(),
    /** Goods items by step of a logarithmic scale; see lib/risk/value-spread. */
    histogram: jsonb('histogram').$type<Histogram>().notNull().default({}),
    computedAt: instant('computed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.level, t.key] })],
);

/** Matches a person dismissed: this party is not that entry, as the entry stood in that edition of its list. */
export const dismissals = riskSchema.table(
  'dismissals',
  {
    id: uuid('id').primaryKey(),
    /** A hash (`partyKeys`), never a name. */
    partyKey: text('party_key').notNull(),
    party: text('party', { enum: SCREENED_PARTIES }).notNull(),
    list: text('list').notNull(),
    entryId: text('entry_id').notNull(),
    edition: text('edition').notNull(),
    listedName: text('listed_name').notNull(),
    /** Where the match was looked at. */
    consignmentId: uuid('seen_at_consignment').notNull(),
    officeId: text('office_id').notNull(),
    reason: text('reason').notNull(),
    dismissedAt: instant('dismissed_at').notNull(),
    dismissedBy: uuid('dismissed_by').notNull(),
    dismissedByName: text('dismissed_by_name').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnByName: text('withdrawn_by_name'),
  },
  (t) => [
    uniqueIndex('dismissals_in_force').on(t.partyKey, t.list, t.entryId, t.edition).where(sql`withdrawn_at is null`),
  ],
);
