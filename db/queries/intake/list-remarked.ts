import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { clearances, consignments, submissions, versions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { isUuid } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';
import { LOOKED_THROUGH } from './lodged-by';
import { submissionsWithin } from './scope';

/** A record that was taken, and what was remarked on it, as long as its version is the one in force. */
export type RemarkedRow = {
  readonly recordNumber: number;
  readonly consignmentId: string;
  readonly reference: string;
  readonly remarks: readonly Problem[];
};
export type RemarkedPage = {
  readonly rows: readonly RemarkedRow[];
  /** Record number after which the next page begins; null at the end. As in `lodgedBy` it tells of no record the actor may not see. */
  readonly next: number | null;
};

const PAGE = 20;

type Found = { record_number: number; consignment_id: string; reference: string; warnings: Problem[] };

/**
 * The records of a submission that were taken with remarks, of one rule or of any, in the order of the file: those of the own partner
 * or of one's own offices. Empty for who may see submissions and no consignments.
 */
export async function listRemarked(
  actor: Actor,
  submissionId: string,
  wanted: { readonly after: number; readonly code: string | null },
): Promise<RemarkedPage> {
  authorise(actor, 'intake.read');
  const { after, code } = wanted;
  if (!isUuid(submissionId) || (!can(actor, 'consignment.track') && !can(actor, 'consignment.read')))
    return { rows: [], next: null };
  const until = after + LOOKED_THROUGH;
  const ofRule = code === null ? sql`true` : sql`c.warnings @> ${JSON.stringify([{ code }])}::jsonb`;
  const [{ rows: found }, [submission]] = await Promise.all([
    db().execute<Found>(sql`
      select v.record_number, v.consignment_id, ${clearances.reference}, c.warnings
      from (select * from ${versions} where submission_id = ${submissionId} and record_number > ${after} and record_number <= ${until}
        order by record_number limit ${LOOKED_THROUGH}) as v
      join ${consignments} as c on c.consignment_id = v.consignment_id and c.received_on = v.received_on and c.version = v.version
      join ${clearances} on ${clearances.consignmentId} = v.consignment_id and ${clearances.receivedOn} = v.received_on
      where ${withinScope(actor)} and jsonb_array_length(c.warnings) > 0 and ${ofRule}
      order by v.record_number limit ${PAGE + 1}`),
    db()
      .select({ last: submissions.lastRecord })
      .from(submissions)
      .where(and(eq(submissions.id, submissionId), submissionsWithin(actor))),
  ]);
  if (!submission) return { rows: [], next: null };
  const page = found.slice(0, PAGE);
  return {
    rows: page.map((row) => ({
      recordNumber: row.record_number,
      consignmentId: row.consignment_id,
      reference: row.reference,
      remarks: row.warnings.filter((problem) => code === null || problem.code === code),
    })),
    next: found.length > PAGE ? (page.at(-1)?.record_number ?? null) : until < submission.last ? until : null,
  };
}
