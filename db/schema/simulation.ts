import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Changes } from '@/lib/simulation/changes';
import { CUT_BY, SIMULATION_PHASES, SIMULATION_STATES } from '@/lib/simulation/states';
import { count, day, instant, minor, oneOf } from './columns';
import { policySchema } from './policy';

/** A question to the past: what another law, other slots or other profiles would have made of it. Its answer stands in its cells. */
export const simulations = policySchema.table(
  'simulations',
  {
    id: uuid('id').primaryKey(),
    title: text('title').notNull(),
    state: text('state', { enum: SIMULATION_STATES }).notNull(),
    /** The offices of whoever made it: a result holds no more than they may see. */
    officeIds: text('office_ids').array().notNull(),
    /** First and last day of receipt, both inside. */
    fromOn: day('from_on').notNull(),
    toOn: day('to_on').notNull(),
    changes: jsonb('changes').$type<Changes>().notNull(),
    currency: text('currency').notNull(),
    minorDigits: integer('minor_digits').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: instant('created_at').notNull(),
    askedAt: instant('asked_at'),
    endedAt: instant('ended_at'),
    /** The engine that charged; see `ENGINE_VERSION`. */
    engineVersion: text('engine_version'),
    /** The place to go on from: the day, and the last consignment or office of it that was looked at. */
    phase: text('phase', { enum: SIMULATION_PHASES }).notNull().default('charges'),
    nextOn: day('next_on').notNull(),
    afterKey: text('after_key').notNull().default(''),
    /** Consignments to look at and looked at, once for their charges and once for their control. */
    toLook: count('to_look').notNull().default(0),
    looked: count('looked').notNull().default(0),
    /** Consignments the engine charged again, and how many of them otherwise than they were charged. */
    charged: count('charged').notNull().default(0),
    unrepeated: count('unrepeated').notNull().default(0),
    /** Consignments selected again under the slots as they were, and how many of them were given another control. */
    reselected: count('reselected').notNull().default(0),
    unrepeatedControls: count('unrepeated_controls').notNull().default(0),
    /** Milliseconds of work, all steps together. */
    workMs: count('work_ms').notNull().default(0),
    /** How often in a row its next step failed. */
    attempts: integer('attempts').notNull().default(0),
    problem: text('problem'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  (t) => [
    index('simulations_open').on(t.askedAt).where(sql`state in ('waiting', 'running')`),
    index('simulations_by_time').on(t.createdAt.desc().nullsFirst(), t.id),
    check('simulations_state', oneOf('state', SIMULATION_STATES)),
    check('simulations_phase', oneOf('phase', SIMULATION_PHASES)),
    check('simulations_period', sql`${t.toOn} >= ${t.fromOn}`),
    check('simulations_ended', sql`(ended_at is null) = (state in ('draft', 'waiting', 'running'))`),
    check('simulations_asked', sql`(asked_at is null) = (state = 'draft')`),
  ],
);

const amounts = () => ({
  consignments: count('consignments').notNull(),
  items: count('items').notNull(),
  dutiableWas: count('dutiable_was').notNull(),
  dutiableSimulated: count('dutiable_simulated').notNull(),
  taxedWas: count('taxed_was').notNull(),
  taxedSimulated: count('taxed_simulated').notNull(),
  openWas: count('open_was').notNull(),
  openSimulated: count('open_simulated').notNull(),
  // Null: the simulation ended before these were counted.
  vendorWas: count('vendor_was'),
  vendorSimulated: count('vendor_simulated'),
  lowValueWas: count('low_value_was'),
  lowValueSimulated: count('low_value_simulated'),
  reducedWas: count('reduced_was'),
  reducedSimulated: count('reduced_simulated'),
  standardWas: count('standard_was'),
  standardSimulated: count('standard_simulated'),
  valueMinor: minor('value_minor').notNull(),
  dutyMinorWas: minor('duty_minor_was').notNull(),
  dutyMinorSimulated: minor('duty_minor_simulated').notNull(),
  vatMinorWas: minor('vat_minor_was').notNull(),
  vatMinorSimulated: minor('vat_minor_simulated').notNull(),
  feesMinorWas: minor('fees_minor_was').notNull(),
  feesMinorSimulated: minor('fees_minor_simulated').notNull(),
});

/** What is charged, as it was and as simulated, by month of receipt and one dimension at a time. */
export const simulationCharges = policySchema.table(
  'simulation_charges',
  {
    simulationId: uuid('simulation_id').notNull(),
    month: text('month').notNull(),
    cutBy: text('cut_by', { enum: CUT_BY }).notNull(),
    member: text('member').notNull(),
    ...amounts(),
  },
  (t) => [primaryKey({ name: 'simulation_charges_pk', columns: [t.simulationId, t.cutBy, t.member, t.month] })],
);

/** Who is controlled, as it was and as simulated, by month of control. `control` is `none` for what leaves without. */
export const simulationControls = policySchema.table(
  'simulation_controls',
  {
    simulationId: uuid('simulation_id').notNull(),
    month: text('month').notNull(),
    officeId: text('office_id').notNull(),
    channel: text('channel').notNull(),
    control: text('control').notNull(),
    was: count('was').notNull(),
    simulated: count('simulated').notNull(),
    /** Released of those that had the control, and the seconds from their receipt to their release, all together. */
    released: count('released').notNull(),
    releaseSeconds: count('release_seconds').notNull(),
    /** Findings of those that had the control, and what they brought. */
    findings: count('findings').notNull(),
    foundMinor: minor('found_minor').notNull(),
    /** Of these, findings whose goods nobody would look at, and what that would miss. */
    missed: count('missed').notNull(),
    missedMinor: minor('missed_minor').notNull(),
    /** Consignments that would have the control and had a lesser one or none. */
    gained: count('gained').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'simulation_controls_pk',
      columns: [t.simulationId, t.month, t.officeId, t.channel, t.control],
    }),
  ],
);
