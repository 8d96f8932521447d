import { integer, pgSchema, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** How the product itself is: written by workers every few seconds, read by who watches it. Nothing of consignments or people. */
export const operationSchema = pgSchema('operation');

/** A process that runs background jobs, and when it was heard of last. */
export const workers = operationSchema.table('workers', {
  /** Machine and process. */
  process: text('process').primaryKey(),
  startedAt: instant('started_at').notNull(),
  beatAt: instant('beat_at').notNull(),
});

/** The last run of each background job, whichever worker had it. */
export const jobRuns = operationSchema.table('job_runs', {
  job: text('job').primaryKey(),
  process: text('process').notNull(),
  beganAt: instant('began_at').notNull(),
  /** Null while it runs. */
  endedAt: instant('ended_at'),
  /** When it last ended as it should. */
  wellAt: instant('well_at'),
  /** Failures in a row. */
  failures: integer('failures').notNull(),
});
