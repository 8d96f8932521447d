import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { ATTACHMENT_SENDERS } from '@/lib/attachments/kinds';
import { HOLD_VERDICTS, REFERRAL_TYPES } from '@/lib/clearance/reasons';
import { STATUSES } from '@/lib/clearance/transitions';
import { DECISION_KINDS } from '@/lib/consignment/codes';
import { clearanceSchema } from './clearance';
import { instant, minor, oneOf } from './columns';

/** An open reason not to release. */
export const holds = clearanceSchema.table(
  'holds',
  {
    consignmentId: uuid('consignment_id').notNull(),
    holdId: uuid('hold_id').notNull(),
    ground: text('ground').notNull(),
    /** Words of the officer; of a hold for an agency, what the agency is asked. */
    note: text('note'),
    /** Goods items it is about; null: the whole consignment. */
    itemNumbers: integer('item_numbers').array(),
    /** By when it should be settled; an agency is always given a time. */
    dueAt: instant('due_at'),
    /** Agency that is to answer; null: customs settles it by itself. */
    agencyId: text('agency_id'),
    /** What the agency said last, and how many answers it gave so far. */
    verdict: text('verdict', { enum: HOLD_VERDICTS }),
    answerCount: integer('answer_count').notNull().default(0),
    placedBy: uuid('placed_by').notNull(),
    placedByName: text('placed_by_name').notNull(),
    placedAt: instant('placed_at').notNull(),
    liftedBy: uuid('lifted_by'),
    liftedByName: text('lifted_by_name'),
    liftedAt: instant('lifted_at'),
    liftNote: text('lift_note'),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.holdId] }),
    // An agency asks: what waits for us, soonest due first; and what did, newest first?
    index('holds_agency_open')
      .on(t.agencyId, t.dueAt, t.holdId)
      .where(sql`agency_id is not null and lifted_at is null`),
    index('holds_agency').on(t.agencyId, t.placedAt, t.holdId).where(sql`agency_id is not null`),
    check('holds_agency_due', sql`agency_id is null or due_at is not null`),
  ],
);

/** What an agency said to a hold placed for it, in order. Append-only. */
export const holdAnswers = clearanceSchema.table(
  'hold_answers',
  {
    consignmentId: uuid('consignment_id').notNull(),
    holdId: uuid('hold_id').notNull(),
    /** 1 for the first answer to the hold. */
    number: integer('number').notNull(),
    verdict: text('verdict', { enum: HOLD_VERDICTS }).notNull(),
    /** On what an approval depends, in the words of the agency. */
    conditions: text('conditions'),
    words: text('words').notNull(),
    answeredBy: uuid('answered_by').notNull(),
    answeredByName: text('answered_by_name').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.holdId, t.number] }),
    check('hold_answers_verdict', oneOf('verdict', HOLD_VERDICTS)),
  ],
);

/** A question to the partner, with a due time and an answer. */
export const referrals = clearanceSchema.table(
  'referrals',
  {
    consignmentId: uuid('consignment_id').notNull(),
    referralId: uuid('referral_id').notNull(),
    partnerId: uuid('partner_id').notNull(),
    type: text('type', { enum: REFERRAL_TYPES }).notNull(),
    /** The question of the catalogue it was put by; null for one in the officer's own words. */
    questionCode: text('question_code'),
    /** As it was asked: the catalogue's sentence of that day and the officer's own words. */
    question: text('question').notNull(),
    dueAt: instant('due_at').notNull(),
    askedBy: uuid('asked_by').notNull(),
    askedByName: text('asked_by_name').notNull(),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer'),
    answeredBy: uuid('answered_by'),
    answeredByName: text('answered_by_name'),
    answeredAt: instant('answered_at'),
    /** Whose entry it is; null also in rows of before it was kept. */
    answeredFrom: text('answered_from', { enum: ATTACHMENT_SENDERS }),
    /** Taken back before anybody answered. */
    withdrawnBy: uuid('withdrawn_by'),
    withdrawnByName: text('withdrawn_by_name'),
    withdrawnAt: instant('withdrawn_at'),
    withdrawNote: text('withdraw_note'),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.referralId] }),
    // Partners and supervisors ask: what waits for an answer, soonest due first?
    index('referrals_waiting').on(t.partnerId, t.dueAt).where(sql`answered_at is null and withdrawn_at is null`),
    check('referrals_settled_once', sql`answered_at is null or withdrawn_at is null`),
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

/** A decision with its ground. One that takes a second officer stays proposed until another officer confirms or rejects it. */
export const decisions = clearanceSchema.table(
  'decisions',
  {
    consignmentId: uuid('consignment_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    kind: text('kind', { enum: DECISION_KINDS }).notNull(),
    state: text('state', { enum: ['proposed', 'final', 'rejected', 'undone'] }).notNull(),
    ground: text('ground').notNull(),
    /** The provision; null in rows of before it was kept. */
    citation: text('citation'),
    note: text('note'),
    version: integer('version').notNull(),
    /** Where the consignment stood, and stands again when it is rejected or taken back. */
    fromStatus: text('from_status', { enum: STATUSES }).notNull().default('selected'),
    /** Key of the rule of the policy that asks for a second officer; null where one decides. */
    secondRule: text('second_rule'),
    decidedBy: uuid('decided_by').notNull(),
    decidedByName: text('decided_by_name').notNull(),
    decidedAt: instant('decided_at').notNull(),
    secondBy: uuid('second_by'),
    secondByName: text('second_by_name'),
    secondAt: instant('second_at'),
    secondNote: text('second_note'),
    /** What it was released together with; null where it was decided by itself. */
    batchId: uuid('batch_id'),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.decisionId] }),
    check('decisions_four_eyes', sql`second_by is null or second_by <> decided_by`),
    check(
      'decisions_seconded',
      sql`(kind not in ('seize', 'destroy', 'reverse') and second_rule is null) or state not in ('final', 'rejected') or second_by is not null`,
    ),
  ],
);

/** Who opened a proposal, and when first: only then is its ground told, and may it be confirmed or rejected. Append-only. */
export const proposalLooks = clearanceSchema.table(
  'proposal_looks',
  {
    consignmentId: uuid('consignment_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    lookedBy: uuid('looked_by').notNull(),
    lookedAt: instant('looked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.consignmentId, t.decisionId, t.lookedBy] })],
);
