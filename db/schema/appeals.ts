import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { APPEAL_ACTS } from '@/lib/appeals/appeal';
import { clearanceSchema } from './clearance';
import { day, instant, minor, oneOf } from './columns';

/** What happened to each appeal, in order; where it stands follows from it. Append-only. */
export const appealActs = clearanceSchema.table(
  'appeal_acts',
  {
    consignmentId: uuid('consignment_id').notNull(),
    appealId: uuid('appeal_id').notNull(),
    /** 1 for the lodging. */
    number: integer('number').notNull(),
    act: text('act', { enum: APPEAL_ACTS }).notNull(),
    /** The decision that is appealed; null where the charges alone are. */
    decisionId: uuid('decision_id'),
    /** What is claimed, secured or remitted by the act. */
    amountMinor: minor('amount_minor').notNull(),
    currency: text('currency').notNull(),
    /** The day it came in or was decided. */
    happenedOn: day('happened_on').notNull(),
    words: text('words').notNull(),
    recordedBy: uuid('recorded_by').notNull(),
    recordedByName: text('recorded_by_name').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.appealId, t.number] }),
    // The list of disputes asks: what was lodged, the latest first?
    index('appeal_acts_lodged').on(t.happenedOn.desc().nullsFirst(), t.appealId).where(sql`number = 1`),
    check('appeal_acts_act', oneOf('act', APPEAL_ACTS)),
    check('appeal_acts_first', sql`(number = 1) = (act = 'lodged')`),
    check('appeal_acts_amount', sql`amount_minor >= 0`),
  ],
);
