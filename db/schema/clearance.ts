import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgSchema, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { REFERRAL_TYPES } from '@/lib/clearance/reasons';
import { STATUSES } from '@/lib/clearance/transitions';
import { CHANNELS, LANES, SELECTION_REASONS } from '@/lib/consignment/codes';
import { day, instant, minor } from './columns';

export const clearanceSchema = pgSchema('clearance');

/** The result of the last examination as statistics count it. */
export const EXAMINATION_OUTCOMES = ['none', 'ordered', 'conform', 'finding', 'not_done'] as const;

/** The hot row: one per consignment, narrow, with what the queue shows, so that a page reads one table. Partitioned. */
export const clearances = clearanceSchema.table(
  'clearances',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    officeId: text('office_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    reference: text('reference').notNull(),
    channel: text('channel', { enum: CHANNELS }).notNull(),
    status: text('status', { enum: STATUSES }).notNull(),
    /** Raised by every write; a command that saw an older number loses. */
    rowVersion: integer('row_version').notNull(),
    laneAssigned: text('lane_assigned', { enum: LANES }).notNull(),
    laneEffective: text('lane_effective', { enum: LANES }).notNull(),
    selectionReason: text('selection_reason', { enum: SELECTION_REASONS }).notNull(),
    releaseCategory: smallint('release_category').notNull(),
    score: smallint('score').notNull(),
    /** Codes of all that fired, strongest first: the queue shows the top of them and is filtered by any. */
    topIndicators: text('top_indicators').array().notNull(),
    /** Until when an officer can still act: expected arrival. */
    actByAt: instant('act_by_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    headline: text('headline').notNull(),
    itemCount: integer('item_count').notNull(),
    valueMinor: minor('value_minor').notNull(),
    /** Duty and VAT as the newest version was assessed, as far as they are known. */
    chargesMinor: minor('charges_minor').notNull(),
    dispatchCountry: text('dispatch_country'),
    claimedBy: uuid('claimed_by'),
    claimedByName: text('claimed_by_name'),
    claimedAt: instant('claimed_at'),
    leaseUntil: instant('lease_until'),
    /** Fencing number: raised by every claim; a late write under an older number is refused. */
    claimNumber: integer('claim_number').notNull().default(0),
    /** A lease that ran out: the consignment came back to the queue. */
    isReturned: boolean('is_returned').notNull().default(false),
    /** New data arrived after an officer opened, claimed or decided it. */
    isUpdated: boolean('is_updated').notNull().default(false),
    openHolds: integer('open_holds').notNull().default(0),
    openReferrals: integer('open_referrals').notNull().default(0),
    /** Who asked what was answered last, until somebody acts on it, and who else did; null where no answer waits to be read. */
    answeredFor: uuid('answered_for'),
    answeredAlsoFor: uuid('answered_also_for').array(),
    examinationOutcome: text('examination_outcome', { enum: EXAMINATION_OUTCOMES }).notNull().default('none'),
    decidedAt: instant('decided_at'),
    decidedBy: uuid('decided_by'),
    releasedAt: instant('released_at'),
    /** When the partner read the decision, or the undo window closed: afterwards nothing is undone. */
    transmittedAt: instant('transmitted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.receivedOn] }),
    // The queue asks: what is open in this office, by time left to act?
    index('clearances_open')
      .on(t.officeId, t.actByAt, t.consignmentId)
      .where(sql`status in ('selected', 'examination', 'awaiting_second')`),
    // Take next asks: what is selected and free, by time left to act? It counts them by the filter of the queue too, hence the last columns.
    index('clearances_free')
      .on(t.officeId, t.actByAt, t.consignmentId, t.laneEffective, t.channel, t.score, t.partnerId)
      .where(sql`status = 'selected' and claimed_by is null and open_referrals = 0`),
    // Small tabs of the queue: what waits for a partner; what waits for an examination or a second officer.
    index('clearances_waiting').on(t.officeId, t.actByAt, t.consignmentId).where(sql`open_referrals > 0`),
    index('clearances_proceeding')
      .on(t.officeId, t.status, t.actByAt, t.consignmentId)
      .where(sql`status in ('examination', 'awaiting_second')`),
    index('clearances_mine').on(t.claimedBy).where(sql`claimed_by is not null`),
    // Take next asks: which of my questions were answered?
    index('clearances_answered')
      .on(t.answeredFor, t.officeId, t.actByAt, t.consignmentId)
      .where(sql`answered_for is not null`),
    index('clearances_answered_also').using('gin', t.answeredAlsoFor).where(sql`answered_also_for is not null`),
    index('clearances_leases').on(t.leaseUntil).where(sql`lease_until is not null`),
    // Decided today, newest first; the worker's automatic releases carry no officer.
    index('clearances_decided')
      .on(t.officeId, t.decidedAt.desc().nullsFirst(), t.consignmentId)
      .where(sql`decided_by is not null`),
    index('clearances_reference').on(t.reference),
    // The goods items behind a figure ask: what was received on this day, in the order of the list?
    index('clearances_day').on(t.receivedOn.desc().nullsFirst(), t.consignmentId),
    // What selection finds asks: what was selected or examined of what these days brought?
    index('clearances_selected')
      .on(t.receivedOn, t.officeId)
      .where(sql`selection_reason <> 'none' or examination_outcome <> 'none'`),
    // A training of the risk model, and its trials, ask: what was looked into, from this day on?
    index('clearances_examined')
      .on(t.receivedOn, t.examinationOutcome, t.consignmentId)
      .where(sql`examination_outcome in ('conform', 'finding')`),
    check('clearances_claim_whole', sql`(claimed_by is null) = (lease_until is null)`),
    check('clearances_counts', sql`open_holds >= 0 and open_referrals >= 0`),
    check('clearances_released_free', sql`status <> 'released' or (open_holds = 0 and released_at is not null)`),
  ],
);

/** An open reason not to release. */
export const holds = clearanceSchema.table(
  'holds',
  {
    consignmentId: uuid('consignment_id').notNull(),
    holdId: uuid('hold_id').notNull(),
    ground: text('ground').notNull(),
    note: text('note'),
    placedBy: uuid('placed_by').notNull(),
    placedByName: text('placed_by_name').notNull(),
    placedAt: instant('placed_at').notNull(),
    liftedBy: uuid('lifted_by'),
    liftedByName: text('lifted_by_name'),
    liftedAt: instant('lifted_at'),
    liftNote: text('lift_note'),
  },
  (t) => [primaryKey({ columns: [t.consignmentId, t.holdId] })],
);

/** A question to the partner, with a due time and an answer. */
export const referrals = clearanceSchema.table(
  'referrals',
  {
    consignmentId: uuid('consignment_id').notNull(),
    referralId: uuid('referral_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    type: text('type', { enum: REFERRAL_TYPES }).notNull(),
    question: text('question').notNull(),
    dueAt: instant('due_at').notNull(),
    askedBy: uuid('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer'),
    answeredBy: uuid('answered_by'),
    answeredByName: text('answered_by_name'),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.referralId] }),
    index('referrals_open').on(t.partnerId, t.dueAt).where(sql`answered_at is null`),
  ],
);

/** Declared and corrected values side by side, by item number. */
export type Correction = {
  itemNumber: number;
  field: 'value' | 'quantity' | 'commodity_code' | 'description' | 'origin_country';
  declared: string | null;
  corrected: string;
};

/** An ordered control with its result. */
export const examinations = clearanceSchema.table(
  'examinations',
  {
    consignmentId: uuid('consignment_id').notNull(),
    examinationId: uuid('examination_id').notNull(),
    kind: text('kind').notNull(),
    instruction: text('instruction'),
    orderedBy: uuid('ordered_by').notNull(),
    orderedByName: text('ordered_by_name').notNull(),
    orderedAt: instant('ordered_at').notNull(),
    resultCode: text('result_code'),
    finding: text('finding'),
    corrections: jsonb('corrections').$type<Correction[]>().notNull().default([]),
    /** Charges found beside those declared, minor units. */
    extraChargesMinor: minor('extra_charges_minor'),
    recordedBy: uuid('recorded_by'),
    recordedByName: text('recorded_by_name'),
    recordedAt: instant('recorded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.examinationId] }),
    // Statistics ask: which results left charges open?
    index('examinations_open').on(t.consignmentId).where(sql`recorded_at is not null and extra_charges_minor is null`),
  ],
);

/**
 * A duty an officer worked out where it was open, for the goods as they stood then (`basis`, see `lib/revenue/stated-duty`).
 * Append-only: a later one of the same goods takes its place.
 */
export const statedDuties = clearanceSchema.table(
  'stated_duties',
  {
    consignmentId: uuid('consignment_id').notNull(),
    dutyId: uuid('duty_id').notNull(),
    itemNumber: integer('item_number').notNull(),
    amountMinor: minor('amount_minor').notNull(),
    /** The provision and the working, in the words of the officer. */
    ground: text('ground').notNull(),
    basis: text('basis').notNull(),
    /** What it adds to the charges, minor units; null while others stay open. */
    extraChargesMinor: minor('extra_charges_minor'),
    statedBy: uuid('stated_by').notNull(),
    statedByName: text('stated_by_name').notNull(),
    statedAt: instant('stated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.consignmentId, t.dutyId] }), check('stated_duties_amount', sql`amount_minor >= 0`)],
);

export const DECISION_KINDS = ['release', 'release_with_correction', 'seize'] as const;

/** A decision with its ground; a seizure stays proposed until another officer confirms or rejects it. */
export const decisions = clearanceSchema.table(
  'decisions',
  {
    consignmentId: uuid('consignment_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    kind: text('kind', { enum: DECISION_KINDS }).notNull(),
    state: text('state', { enum: ['proposed', 'final', 'rejected', 'undone'] }).notNull(),
    ground: text('ground').notNull(),
    note: text('note'),
    version: integer('version').notNull(),
    decidedBy: uuid('decided_by').notNull(),
    decidedByName: text('decided_by_name').notNull(),
    decidedAt: instant('decided_at').notNull(),
    secondBy: uuid('second_by'),
    secondByName: text('second_by_name'),
    secondAt: instant('second_at'),
    secondNote: text('second_note'),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.decisionId] }),
    check('decisions_four_eyes', sql`second_by is null or second_by <> decided_by`),
    check('decisions_seizure_seconded', sql`kind <> 'seize' or state <> 'final' or second_by is not null`),
  ],
);

/** The timeline. Append-only, partitioned; `values` hold codes and figures, never personal data. */
export const events = clearanceSchema.table(
  'events',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    eventId: uuid('event_id').notNull(),
    at: instant('at').notNull(),
    kind: text('kind').notNull(),
    actorId: uuid('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    values: jsonb('values').$type<Record<string, string | number | null>>().notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.consignmentId, t.receivedOn, t.eventId] })],
);
