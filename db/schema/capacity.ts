import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  numeric,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { SELECTION_OUTCOMES } from '@/lib/capacity/select-day';
import type { DrawPlan } from '@/lib/capacity/strata';
import { WORTH_BASES } from '@/lib/capacity/worth';
import { CONTROL_LANES, CONTROL_TYPES, LANES } from '@/lib/consignment/codes';
import { TRUST_LEVELS } from '@/lib/partnership/trust';
import { day, instant } from './columns';
import { riskSchema } from './risk';

/** A probability in [0, 1], six decimals. */
const probability = (name: string) => numeric(name, { precision: 7, scale: 6, mode: 'number' });

/**
 * How many controls an office has hands for. A revision holds for the weekdays it names, from its first day to its last; of those that
 * hold on a day the newest counts. Append-only: what was in force when stays to be read.
 */
export const capacityRevisions = riskSchema.table(
  'capacity_revisions',
  {
    officeId: text('office_id').notNull(),
    revision: integer('revision').notNull(),
    validFrom: day('valid_from').notNull(),
    validTo: day('valid_to'),
    /** 1 is Monday, 7 Sunday. */
    weekdays: smallint('weekdays').array().notNull(),
    /** Null sets no limit. */
    documentsSlots: integer('documents_slots'),
    niiSlots: integer('nii_slots'),
    physicalSlots: integer('physical_slots'),
    reason: text('reason').notNull(),
    changedBy: uuid('changed_by').notNull(),
    changedByName: text('changed_by_name').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.revision] }),
    check('capacity_revisions_days', sql`valid_to is null or valid_to >= valid_from`),
  ],
);

/**
 * The chances of the random draw of an office and day, made of its slots and the traffic before when the first consignment of the
 * day came, and again when the slots changed. Append-only.
 */
export const drawPlans = riskSchema.table(
  'draw_plans',
  {
    officeId: text('office_id').notNull(),
    controlOn: day('control_on').notNull(),
    /** Revision of the slots it was made for; 0 where the policy alone decides. */
    revision: integer('revision').notNull(),
    plan: jsonb('plan').$type<DrawPlan>().notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.officeId, t.controlOn, t.revision] })],
);

/** Why a consignment has its control, or none: one row each, kept as it stands. Partitioned. */
export const selections = riskSchema.table(
  'selections',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    /** Version of the data that was selected. */
    version: integer('version').notNull(),
    officeId: text('office_id').notNull(),
    /** Day whose slots it competes for: that of arrival, or of receipt where that is later. */
    controlOn: day('control_on').notNull(),
    outcome: text('outcome', { enum: SELECTION_OUTCOMES }).notNull(),
    control: text('control', { enum: CONTROL_TYPES }),
    laneAssigned: text('lane_assigned', { enum: LANES }).notNull(),
    /** Lane that a mandatory control or a profile sees to, whatever the slots: it falls no further. */
    floor: text('floor', { enum: CONTROL_LANES }),
    worth: doublePrecision('worth').notNull(),
    worthBasis: text('worth_basis', { enum: WORTH_BASES }).notNull(),
    tieBreak: integer('tie_break').notNull(),
    /** Place among those that competed for the same slots and how many there were, when it was decided; null without limit. */
    rank: integer('rank'),
    places: integer('places'),
    /** Group within which each has the same chance to be drawn. */
    stratum: text('stratum').notNull(),
    /** Chance of the random draw; it is fixed when the consignment first comes. */
    drawProbability: probability('draw_probability').notNull(),
    isDrawn: boolean('is_drawn').notNull(),
    /** Probability with which the goods were to be looked at: 1 where worth or a mandatory control sees to it, else that of the draw. */
    inclusionProbability: probability('inclusion_probability').notNull(),
    decidedAt: instant('decided_at').notNull(),
    /** Trust in its partner when it first came, which lowered the chance of the draw; null where there was none. */
    trustLevel: text('trust_level', { enum: TRUST_LEVELS }),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.receivedOn] }),
    // The draw asks: how much came in each stratum of late?
    index('selections_strata').on(t.officeId, t.controlOn, t.stratum),
    // Selection and its page ask: who competes for the slots of this office and day, the worthiest first?
    index('selections_slots').on(t.officeId, t.controlOn, t.outcome, t.worth).where(sql`outcome <> 'none'`),
    // Estimates from the random sample ask: what could no draw take?
    index('selections_undrawable').on(t.receivedOn, t.consignmentId).where(sql`inclusion_probability = 0`),
    check('selections_controlled', sql`(control is null) = (outcome in ('none', 'no_capacity'))`),
    check('selections_drawn', sql`outcome <> 'random' or is_drawn`),
  ],
);
