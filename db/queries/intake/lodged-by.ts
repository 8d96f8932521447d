import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { withinScope } from '@/db/queries/clearance/scope';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, offices, submissions, versions } from '@/db/schema';
import { type ToldStatus, toldStatus } from '@/lib/clearance/told-status';
import type { Status } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';
import { submissionsWithin } from './scope';

/** A consignment that a submission brought data for, and where it stands: in the words of the office, or those its sender is told. */
export type LodgedRow = {
  readonly recordNumber: number;
  readonly consignmentId: string;
  readonly reference: string;
  readonly officeName: string;
  /** Version of the data the record brought. */
  readonly version: number;
  readonly standing:
    | { readonly of: 'office'; readonly status: Status }
    | { readonly of: 'sender'; readonly status: ToldStatus; readonly mayChangeUntil: string | null };
};
export type LodgedPage = {
  readonly rows: readonly LodgedRow[];
  /**
   * Record number after which the next page begins; null at the end. It is that of the last row shown or lies a fixed way after the
   * number asked for, so that it tells of no record the actor may not see.
   */
  readonly next: number | null;
};

const PAGE = 20;
/** Record numbers looked through for one page: of a large file of many offices, one's own may be far between. */
export const LOOKED_THROUGH = 10_000;

type Found = {
  record_number: number;
  consignment_id: string;
  version: number;
  reference: string;
  office_name: string;
  status: Status;
  proposed_from: Status | null;
  decided_at: string | null;
  transmitted_at: string | null;
};

/**
 * The consignments a submission brought data for, in the order of its records: those of the own partner or of one's own offices. Empty
 * for who may see submissions and no consignments.
 */
export async function lodgedBy(
  actor: Actor,
  submissionId: string,
  after: number,
  at = new Date(),
): Promise<LodgedPage> {
  authorise(actor, 'intake.read');
  const isSender = can(actor, 'consignment.track');
  if (!isUuid(submissionId) || (!isSender && !can(actor, 'consignment.read'))) return { rows: [], next: null };
  const until = after + LOOKED_THROUGH;
  const [{ undoMinutes }, { rows: found }, [submission]] = await Promise.all([
    policyInForce(db(), dayOf(at)),
    // A consignment that the file brought twice stands at its last record.
    db().execute<Found>(sql`
      select v.record_number, v.consignment_id, v.version, ${clearances.reference}, ${offices.name} as office_name, ${clearances.status},
        ${clearances.proposedFrom}, ${clearances.decidedAt}::text, ${clearances.transmittedAt}::text
      from (select * from ${versions} where submission_id = ${submissionId} and record_number > ${after} and record_number <= ${until}
        order by record_number limit ${LOOKED_THROUGH}) as v
      join ${clearances} on ${clearances.consignmentId} = v.consignment_id and ${clearances.receivedOn} = v.received_on
      join ${offices} on ${offices.id} = ${clearances.officeId}
      where ${withinScope(actor)} and not exists (select 1 from ${versions} as later
        where later.consignment_id = v.consignment_id and later.received_on = v.received_on
          and later.submission_id = ${submissionId} and later.version > v.version)
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
      officeName: row.office_name,
      version: row.version,
      standing: isSender ? toldOf(row, undoMinutes, at) : { of: 'office', status: row.status },
    })),
    next: found.length > PAGE ? (page.at(-1)?.record_number ?? null) : until < submission.last ? until : null,
  };
}

function toldOf(
  { status, proposed_from: proposedFrom, decided_at, transmitted_at }: Found,
  undoMinutes: number,
  at: Date,
): LodgedRow['standing'] {
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  const decided = { status, proposedFrom, decidedAt: instant(decided_at), transmittedAt: instant(transmitted_at) };
  const told = toldStatus(decided, undoMinutes, at);
  return { of: 'sender', status: told.status, mayChangeUntil: told.mayChangeUntil?.toISOString() ?? null };
}
