import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgSchema, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import type { Snooze } from '@/lib/clearance/decide-snooze';
import type { Transfer } from '@/lib/clearance/decide-transfer';
import { STATUSES } from '@/lib/clearance/transitions';
import { CHANNELS, DECISION_KINDS, LANES, SELECTION_REASONS } from '@/lib/consignment/codes';
import { day, instant, minor } from './columns';

export const clearanceSchema = pgSchema('clearance');

/** The result of the last examination as statistics count it. */
export const EXAMINATION_OUTCOMES = ['none', 'ordered', 'conform', 'finding', 'not_done'] as const;

/** Whose answers come back to the officer who asked. */
export const ANSWERERS = ['partner', 'agency'] as const;

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
    /** While it awaits a second officer: what is proposed, and where it stood before. */
    proposedKind: text('proposed_kind', { enum: DECISION_KINDS }),
    proposedFrom: text('proposed_from', { enum: STATUSES }),
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
    /** Put off until then at the latest; null where it is not. */
    snoozedUntil: instant('snoozed_until'),
    /** Who put it off, until when and why; kept after its end, until it is decided, put off anew or passed on. */
    snooze: jsonb('snooze').$type<Snooze>(),
    /** When that was over: it came back, and goes before what is as urgent. */
    wokeAt: instant('woke_at'),
    /** Officers who passed it on to their colleagues: take next does not give it to them. */
    skippedBy: uuid('skipped_by').array(),
    /** How it came to this office, where another sent it; null where its data name the office. */
    transfer: jsonb('transfer').$type<Transfer>(),
    /** New data arrived after an officer opened, claimed or decided it. */
    isUpdated: boolean('is_updated').notNull().default(false),
    openHolds: integer('open_holds').notNull().default(0),
    openReferrals: integer('open_referrals').notNull().default(0),
    /** Who asked what was answered last, until somebody acts on it, and who else did; null where no answer waits to be read. */
    answeredFor: uuid('answered_for'),
    answeredAlsoFor: uuid('answered_also_for').array(),
    /** Who gave the answer that waits to be read. */
    answeredBy: text('answered_by', { enum: ANSWERERS }),
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
      .where(sql`status = 'selected' and claimed_by is null and open_referrals = 0 and snoozed_until is null`),
    // Take next and the top of the queue ask: what came back, from a lease that ran out or put off till now?
    index('clearances_back')
      .on(t.officeId, t.actByAt, t.consignmentId)
      .where(sql`status = 'selected' and claimed_by is null and (is_returned or woke_at is not null)`),
    // The tab of what is put off, and the worker that brings it back.
    index('clearances_snoozed').on(t.officeId, t.actByAt, t.consignmentId).where(sql`snoozed_until is not null`),
    // Small tabs of the queue: what waits for a partner; what waits for an examination or a second officer.
    index('clearances_waiting').on(t.officeId, t.actByAt, t.consignmentId).where(sql`open_referrals > 0`),
    index('clearances_proceeding')
      .on(t.officeId, t.status, t.actByAt, t.consignmentId)
      .where(sql`status in ('examination', 'awaiting_second')`),
    // What customs keeps: what is detained or refused and waits for what becomes of it?
    index('clearances_kept')
      .on(t.officeId, t.status, t.actByAt, t.consignmentId)
      .where(sql`status in ('detained', 'refused')`),
    // The board asks: what did officers pass on that nobody decided since, by time left to act?
    index('clearances_passed_on')
      .on(t.officeId, t.actByAt, t.consignmentId)
      .where(sql`skipped_by is not null and status in ('selected', 'examination', 'awaiting_second')`),
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
    // A draw of audits asks: what did the blue lane let go by itself in this office, on these days?
    index('clearances_let_go_blue')
      .on(t.officeId, t.receivedOn, t.consignmentId)
      .where(sql`lane_effective = 'blue' and status = 'released' and decided_by is null`),
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
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.receivedOn, t.eventId] }),
    // The scorecards ask: which days changed since? Rows come nearly in the order of time, so that block ranges tell, at next to no cost.
    index('events_at').using('brin', t.at),
  ],
);
