import 'server-only';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { shownTo } from '@/db/queries/clearance/scope';
import { clearances, submissions, versions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { isUuid } from '@/lib/kernel/ids';
import { submissionsWithin } from './scope';

export type RecordsPage<Row> = {
  readonly rows: readonly Row[];
  /**
   * Record number after which the next page begins; null at the end. It is that of the last row shown or lies a fixed way after the
   * number asked for, so that it tells of no record the actor may not see.
   */
  readonly next: number | null;
};

const ROWS = 20;
/** Record numbers looked through for one page: of a large file of many offices, one's own may be far between. */
export const LOOKED_THROUGH = 10_000;

/** What a page asks of the versions `v` that a submission brought, each beside its clearance. */
type Asked = { readonly columns: SQL; readonly joins: SQL; readonly where: SQL };

/**
 * A page of the records of a submission that became consignments, in the order of the file: those of the own partner or of one's own
 * offices. Empty for who may see submissions and no consignments.
 */
export async function recordsPage<Row extends Readonly<Record<string, unknown>>>(
  actor: Actor,
  submissionId: string,
  after: number,
  { columns, joins, where }: Asked,
): Promise<RecordsPage<Row & { readonly record_number: number }>> {
  authorise(actor, 'intake.read');
  if (!isUuid(submissionId) || (!can(actor, 'consignment.track') && !can(actor, 'consignment.read')))
    return { rows: [], next: null };
  const until = after + LOOKED_THROUGH;
  const [{ rows: found }, [submission]] = await Promise.all([
    db().execute(sql`
      select v.record_number, ${columns}
      from (select * from ${versions} where submission_id = ${submissionId} and record_number > ${after} and record_number <= ${until}
        order by record_number limit ${LOOKED_THROUGH}) as v
      join ${clearances} on ${clearances.consignmentId} = v.consignment_id and ${clearances.receivedOn} = v.received_on
      ${joins}
      where ${shownTo(actor)} and ${where}
      order by v.record_number limit ${ROWS + 1}`),
    db()
      .select({ last: submissions.lastRecord })
      .from(submissions)
      .where(and(eq(submissions.id, submissionId), submissionsWithin(actor))),
  ]);
  if (!submission) return { rows: [], next: null };
  const rows = found.slice(0, ROWS) as (Row & { record_number: number })[];
  const next = found.length > ROWS ? (rows.at(-1)?.record_number ?? null) : until < submission.last ? until : null;
  return { rows, next };
}
