import { integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { count, day } from './columns';
import { intakeSchema } from './intake';

const finding = () => ({
  code: text('code').notNull(),
  severity: text('severity', { enum: ['error', 'warning'] }).notNull(),
  /** Column of the finding, without the number of the item. */
  field: text('field').notNull(),
  records: integer('records').notNull(),
  /** Reference of the record that had it last. */
  example: text('example'),
});

/** Findings of a submission by rule and column: records that had it. */
export const submissionFindings = intakeSchema.table(
  'submission_findings',
  { submissionId: uuid('submission_id').notNull(), ...finding() },
  (t) => [primaryKey({ columns: [t.submissionId, t.code, t.severity, t.field] })],
);

/**
 * Data quality of a partner by day of first receipt: current versions of its consignments, and records refused on that day.
 * Maintained in the intake's transaction; an amendment replaces what its consignment added before.
 */
export const qualityDays = intakeSchema.table(
  'quality_days',
  {
    partnerId: uuid('partner_id').notNull(),
    day: day('day').notNull(),
    /** Office that handles the consignment, or that a refused record names; `-` where that is none we know, and of before offices were kept what the ledger no longer tells. */
    officeId: text('office_id').notNull().default('-'),
    records: integer('records').notNull(),
    refused: integer('refused').notNull(),
    scoreSum: count('score_sum').notNull(),
    poor: integer('poor').notNull(),
    weak: integer('weak').notNull(),
    fair: integer('fair').notNull(),
    good: integer('good').notNull(),
  },
  (t) => [primaryKey({ columns: [t.partnerId, t.day, t.officeId] })],
);

/** Findings behind `quality_days`. */
export const qualityDayFindings = intakeSchema.table(
  'quality_day_findings',
  {
    partnerId: uuid('partner_id').notNull(),
    day: day('day').notNull(),
    officeId: text('office_id').notNull().default('-'),
    ...finding(),
  },
  (t) => [
    primaryKey({
      name: 'quality_day_findings_pk',
      columns: [t.partnerId, t.day, t.officeId, t.code, t.severity, t.field],
    }),
  ],
);
