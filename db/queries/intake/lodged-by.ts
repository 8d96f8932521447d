import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, offices, versions } from '@/db/schema';
import { type ToldStatus, toldStatus } from '@/lib/clearance/told-status';
import type { Status } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { type RecordsPage, recordsPage } from './records-page';

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

type Found = {
  consignment_id: string;
  version: number;
  reference: string;
  office_name: string;
  status: Status;
  proposed_from: Status | null;
  decided_at: string | null;
  transmitted_at: string | null;
};

/** The consignments a submission brought data for, page by page. One that the file brought twice stands at its last record. */
export async function lodgedBy(
  actor: Actor,
  submissionId: string,
  after: number,
  at = new Date(),
): Promise<RecordsPage<LodgedRow>> {
  authorise(actor, 'intake.read');
  const isSender = can(actor, 'consignment.track');
  const [{ undoMinutes }, { rows, next }] = await Promise.all([
    policyInForce(db(), dayOf(at)),
    recordsPage<Found>(actor, submissionId, after, {
      columns: sql`v.consignment_id, v.version, ${clearances.reference}, ${offices.name} as office_name, ${clearances.status},
        ${clearances.proposedFrom}, ${clearances.decidedAt}::text, ${clearances.transmittedAt}::text`,
      joins: sql`join ${offices} on ${offices.id} = ${clearances.officeId}`,
      where: sql`not exists (select 1 from ${versions} as later
        where later.consignment_id = v.consignment_id and later.received_on = v.received_on
          and later.submission_id = v.submission_id and later.version > v.version)`,
    }),
  ]);
  return {
    rows: rows.map((row) => ({
      recordNumber: row.record_number,
      consignmentId: row.consignment_id,
      reference: row.reference,
      officeName: row.office_name,
      version: row.version,
      standing: isSender ? toldOf(row, undoMinutes, at) : { of: 'office', status: row.status },
    })),
    next,
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
