import { sql } from 'drizzle-orm';
import {
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ModelCard } from '@/lib/risk/model/card';
import type { resultsWanting } from '@/lib/risk/model/ladder';
import { MODEL_KINDS } from '@/lib/risk/model/learner';
import { MODEL_STATES, TRAINING_PHASES, TRAINING_STATES } from '@/lib/risk/model/life-cycle';
import { OBJECTIVES } from '@/lib/risk/model/objective';
import { bytes, count, day, instant } from './columns';
import { riskSchema } from './risk';

/** Trainings asked for, and how far each has come. At most one is open at a time. */
export const trainingRuns = riskSchema.table(
  'training_runs',
  {
    id: uuid('id').primaryKey(),
    objective: text('objective', { enum: OBJECTIVES }).notNull(),
    seed: integer('seed').notNull(),
    requestedBy: uuid('requested_by').notNull(),
    requestedByName: text('requested_by_name').notNull(),
    /** Results recorded later are not learnt from, so that a training begun again learns the same. */
    requestedAt: instant('requested_at').notNull(),
    state: text('state', { enum: TRAINING_STATES }).notNull(),
    /** Raised by every beginning; a worker that lost its place to another writes under an older number and loses. */
    attempts: integer('attempts').notNull().default(0),
    startedAt: instant('started_at'),
    phase: text('phase', { enum: TRAINING_PHASES }),
    done: integer('done').notNull().default(0),
    total: integer('total').notNull().default(0),
    endedAt: instant('ended_at'),
    /** Results still wanting, where they are too few. */
    wanting: jsonb('wanting').$type<ReturnType<typeof resultsWanting>>(),
    modelVersion: integer('model_version'),
  },
  (t) => [
    uniqueIndex('training_runs_open').on(sql`(true)`).where(sql`state in ('queued', 'running')`),
    index('training_runs_by_time').on(t.requestedAt.desc().nullsFirst()),
  ],
);

/** A trained model, word for word. Append-only. */
export const modelVersions = riskSchema.table('model_versions', {
  version: integer('version').primaryKey(),
  runId: uuid('run_id').notNull(),
  kind: text('kind', { enum: MODEL_KINDS }).notNull(),
  objective: text('objective', { enum: OBJECTIVES }).notNull(),
  trainedBy: uuid('trained_by').notNull(),
  trainedByName: text('trained_by_name').notNull(),
  trainedAt: instant('trained_at').notNull(),
  firstDay: day('first_day').notNull(),
  lastDay: day('last_day').notNull(),
  results: integer('results').notNull(),
  findings: integer('findings').notNull(),
  card: jsonb('card').$type<ModelCard>().notNull(),
  /** The model with the past it counts by: JSON, gzipped. */
  artefact: bytes('artefact').notNull(),
  /** SHA-256 of the JSON: two trainings of the same results and seed bear the same. */
  artefactSha256: text('artefact_sha256').notNull(),
  artefactBytes: count('artefact_bytes').notNull(),
});

/** Where each version stands, and who put it there. */
export const modelStandings = riskSchema.table(
  'model_standings',
  {
    version: integer('version').primaryKey(),
    state: text('state', { enum: MODEL_STATES }).notNull(),
    changedBy: uuid('changed_by').notNull(),
    changedByName: text('changed_by_name').notNull(),
    changedAt: instant('changed_at').notNull(),
    reason: text('reason'),
    shadowAt: instant('shadow_at'),
    /** Who promoted it last, when, and which version it took the place of; a roll-back puts that one back. */
    promotedBy: uuid('promoted_by'),
    promotedByName: text('promoted_by_name'),
    promotedAt: instant('promoted_at'),
    replaced: integer('replaced'),
    rowVersion: integer('row_version').notNull().default(1),
  },
  () => [
    uniqueIndex('model_standings_active').on(sql`(true)`).where(sql`state = 'active'`),
    uniqueIndex('model_standings_shadow').on(sql`(true)`).where(sql`state = 'shadow'`),
    check('model_standings_promoted', sql`state <> 'active' or promoted_by is not null`),
  ],
);

/**
 * What the model in force and the one in shadow said of each assessed version. Why they said it is told again, to the last digit,
 * from the facts kept with the assessment. Append-only, partitioned.
 */
export const modelScores = riskSchema.table(
  'model_scores',
  {
    consignmentId: uuid('consignment_id').notNull(),
    receivedOn: day('received_on').notNull(),
    /** Of the consignment. */
    version: integer('version').notNull(),
    modelVersion: integer('model_version').notNull(),
    mode: text('mode', { enum: ['active', 'shadow'] }).notNull(),
    scoredAt: instant('scored_at').notNull(),
    logOdds: doublePrecision('log_odds').notNull(),
    /** Calibrated chance that an examination finds something, 0 to 1. */
    chance: doublePrecision('chance').notNull(),
    criticalChance: doublePrecision('critical_chance'),
    /** Share of the traffic of the training that was worth less by the version's objective, 0 to 1. */
    rank: doublePrecision('rank').notNull(),
  },
  (t) => [
    primaryKey({ name: 'model_scores_pk', columns: [t.consignmentId, t.receivedOn, t.version, t.modelVersion] }),
    // Drift and comparison ask: what did this version say of the traffic of these days?
    index('model_scores_model').on(t.modelVersion, t.receivedOn),
  ],
);

/** How far a week's traffic stands from that of the training, by field; `rank` is the score's own. Written by a job. */
export const modelDrift = riskSchema.table(
  'model_drift',
  {
    modelVersion: integer('model_version').notNull(),
    /** Its Monday. */
    weekOn: day('week_on').notNull(),
    field: text('field').notNull(),
    /** Population stability index. */
    stabilityIndex: doublePrecision('stability_index').notNull(),
    consignments: integer('consignments').notNull(),
    computedAt: instant('computed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.modelVersion, t.weekOn, t.field] })],
);
