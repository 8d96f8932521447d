import { sql } from 'drizzle-orm';
import { check, index, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { AUDIT_BASES, AUDIT_ENDS } from '@/lib/clearance/post-audit';
import { clearanceSchema } from './clearance';
import { day, instant, oneOf } from './columns';

/**
 * What is audited after its release, and how that ended. What was found is a result among those of examinations, under the id of the
 * audit: so it is charged and counted as they are.
 */
export const postAudits = clearanceSchema.table(
  'post_audits',
  {
    consignmentId: uuid('consignment_id').notNull(),
    auditId: uuid('audit_id').notNull(),
    receivedOn: day('received_on').notNull(),
    officeId: text('office_id').notNull(),
    basis: text('basis', { enum: AUDIT_BASES }).notNull(),
    /** The draw it came by, and the chance it had in it, decimal text. */
    drawId: uuid('draw_id'),
    probability: text('probability'),
    /** Why it was selected, in words. */
    reason: text('reason'),
    openedBy: uuid('opened_by').notNull(),
    openedByName: text('opened_by_name').notNull(),
    openedAt: instant('opened_at').notNull(),
    /** Officer who released it; null where its lane did. */
    firstBy: uuid('first_by'),
    takenBy: uuid('taken_by'),
    takenByName: text('taken_by_name'),
    takenAt: instant('taken_at'),
    /** The question to the partner that was put last. */
    referralId: uuid('referral_id'),
    closedBy: uuid('closed_by'),
    closedByName: text('closed_by_name'),
    closedAt: instant('closed_at'),
    /** What brought the goods back, which ended it without a result and without anybody closing it. */
    endedAs: text('ended_as', { enum: AUDIT_ENDS }),
  },
  (t) => [
    primaryKey({ columns: [t.consignmentId, t.auditId] }),
    // One at a time of a consignment, whoever opens it.
    uniqueIndex('post_audits_open').on(t.consignmentId).where(sql`closed_at is null`),
    // Officers ask: what waits in this office, oldest first?
    index('post_audits_waiting').on(t.officeId, t.openedAt, t.auditId).where(sql`closed_at is null`),
    // And: what was found lately?
    index('post_audits_closed').on(t.officeId, t.closedAt).where(sql`closed_at is not null`),
    check('post_audits_basis', oneOf('basis', AUDIT_BASES)),
    check(
      'post_audits_reasoned',
      sql`(basis = 'drawn') = (draw_id is not null) and (basis = 'drawn') = (probability is not null)
        and (basis = 'selected') = (reason is not null)`,
    ),
    check('post_audits_taken_whole', sql`(taken_by is null) = (taken_at is null)`),
    check(
      'post_audits_closed_whole',
      sql`(closed_at is null) = (closed_by is null and ended_as is null)
        and (closed_by is null or (taken_by is not null and ended_as is null))`,
    ),
    check('post_audits_end', oneOf('ended_as', AUDIT_ENDS)),
    check('post_audits_other_person', sql`closed_by is null or first_by is null or closed_by <> first_by`),
  ],
);
