import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgSchema, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { MEMORANDUM_SUBJECTS } from '@/lib/partnership/memorandum';
import { ACTION_STATES, RESOLUTION_PLACES } from '@/lib/partnership/resolution';
import { DRAW_PERCENT, TRUST_LEVELS, TRUST_STATES, type TrustFigures } from '@/lib/partnership/trust';
import { day, instant, oneOf } from './columns';
import { agencies, partners } from './identity';

export const partnershipSchema = pgSchema('partnership');

/** Trust in a partner: proposed by one person on its figures, decided by another, and ended by a suspension, another status or its last day. */
export const trustStatuses = partnershipSchema.table(
  'trust_statuses',
  {
    statusId: uuid('status_id').primaryKey(),
    partnerId: uuid('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    level: text('level', { enum: TRUST_LEVELS }).notNull(),
    state: text('state', { enum: TRUST_STATES }).notNull(),
    /** Part of the ordinary chance of a random draw that its consignments keep. */
    drawPercent: integer('draw_percent').notNull(),
    /** First day on which it no longer holds. */
    validTo: day('valid_to').notNull(),
    /** What it was proposed on, as the figures stood. */
    figures: jsonb('figures').$type<TrustFigures>().notNull(),
    reason: text('reason').notNull(),
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
  },
  (t) => [
    // Selection asks: which trust is in force? And nobody may hold, or wait for, two at once.
    uniqueIndex('trust_statuses_granted').on(t.partnerId).where(sql`state = 'granted'`),
    uniqueIndex('trust_statuses_proposed').on(t.partnerId).where(sql`state = 'proposed'`),
    index('trust_statuses_partner').on(t.partnerId, t.proposedAt),
    check('trust_statuses_level', oneOf('level', TRUST_LEVELS)),
    check('trust_statuses_state', oneOf('state', TRUST_STATES)),
    check('trust_statuses_draw', sql.raw(`draw_percent between ${DRAW_PERCENT.least} and ${DRAW_PERCENT.most}`)),
    check('trust_statuses_other_person', sql`decided_by is null or decided_by <> proposed_by`),
    check(
      'trust_statuses_decided_whole',
      sql`(state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)`,
    ),
    check(
      'trust_statuses_ended_whole',
      sql`(state in ('suspended', 'replaced')) = (ended_at is not null) and (ended_at is null) = (ended_by is null)
        and (state <> 'suspended' or end_reason is not null)`,
    ),
  ],
);

/** What is shared with whom, on what legal basis and until when. It ends; it is never changed. */
export const memoranda = partnershipSchema.table(
  'memoranda',
  {
    memorandumId: uuid('memorandum_id').primaryKey(),
    partnerId: uuid('partner_id').references(() => partners.id, { onDelete: 'restrict' }),
    agencyId: text('agency_id').references(() => agencies.id, { onDelete: 'restrict' }),
    title: text('title').notNull(),
    subject: text('subject', { enum: MEMORANDUM_SUBJECTS }).notNull(),
    legalBasis: text('legal_basis').notNull(),
    validFrom: day('valid_from').notNull(),
    /** First day on which nothing more is shared under it. */
    validTo: day('valid_to').notNull(),
    enteredBy: uuid('entered_by').notNull(),
    enteredByName: text('entered_by_name').notNull(),
    enteredAt: instant('entered_at').notNull(),
    endedBy: uuid('ended_by'),
    endedByName: text('ended_by_name'),
    endedAt: instant('ended_at'),
    endReason: text('end_reason'),
  },
  (t) => [
    // Every share asks: is there one in force for this partner or agency?
    index('memoranda_partner').on(t.partnerId, t.subject).where(sql`partner_id is not null`),
    index('memoranda_agency').on(t.agencyId, t.subject).where(sql`agency_id is not null`),
    check('memoranda_subject', oneOf('subject', MEMORANDUM_SUBJECTS)),
    check('memoranda_one_side', sql`(partner_id is null) <> (agency_id is null)`),
    check('memoranda_period', sql`valid_to > valid_from`),
    check(
      'memoranda_ended_whole',
      sql`(ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null)`,
    ),
  ],
);

/** The action plan of the resolution: who does what by when, for which principle or standard. */
export const resolutionActions = partnershipSchema.table(
  'resolution_actions',
  {
    actionId: uuid('action_id').primaryKey(),
    place: text('place', { enum: RESOLUTION_PLACES }).notNull(),
    title: text('title').notNull(),
    ownerId: uuid('owner_id').notNull(),
    ownerName: text('owner_name').notNull(),
    dueOn: day('due_on').notNull(),
    state: text('state', { enum: ACTION_STATES }).notNull(),
    note: text('note'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    changedByName: text('changed_by_name').notNull(),
    /** Raised by every write; who saw an older number loses. */
    rowVersion: integer('row_version').notNull(),
  },
  () => [
    check('resolution_actions_state', oneOf('state', ACTION_STATES)),
    check('resolution_actions_place', oneOf('place', RESOLUTION_PLACES)),
  ],
);
