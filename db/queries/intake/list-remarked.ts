import 'server-only';
import { sql } from 'drizzle-orm';
import { clearances, consignments } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Problem } from '@/lib/kernel/problem';
import { type RecordsPage, recordsPage } from './records-page';

/** A record that was taken, and what was remarked on it, as long as its version is the one in force. */
export type RemarkedRow = {
  readonly recordNumber: number;
  readonly consignmentId: string;
  readonly reference: string;
  readonly remarks: readonly Problem[];
};

type Found = { consignment_id: string; reference: string; warnings: Problem[] };

/** The records of a submission that were taken with remarks, of one rule or of any, page by page. */
export async function listRemarked(
  actor: Actor,
  submissionId: string,
  { after, code }: { readonly after: number; readonly code: string | null },
): Promise<RecordsPage<RemarkedRow>> {
  authorise(actor, 'intake.read');
  const ofRule = code === null ? sql`true` : sql`c.warnings @> ${JSON.stringify([{ code }])}::jsonb`;
  const { rows, next } = await recordsPage<Found>(actor, submissionId, after, {
    columns: sql`v.consignment_id, ${clearances.reference}, c.warnings`,
    joins: sql`join ${consignments} as c
      on c.consignment_id = v.consignment_id and c.received_on = v.received_on and c.version = v.version`,
    where: sql`jsonb_array_length(c.warnings) > 0 and ${ofRule}`,
  });
  return {
    rows: rows.map((row) => ({
      recordNumber: row.record_number,
      consignmentId: row.consignment_id,
      reference: row.reference,
      remarks: row.warnings.filter((problem) => code === null || problem.code === code),
    })),
    next,
  };
}
