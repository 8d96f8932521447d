import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { stagedRows } from '@/db/schema';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { assembleRecord } from '@/lib/intake/assemble-record';
import { contentHash } from '@/lib/intake/content-hash';
import { locateProblems } from '@/lib/intake/locate-problems';
import type { StagedRow } from '@/lib/intake/staged-row';
import { validateRecord } from '@/lib/intake/validate-record';
import { consignmentIdOf } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';

export type GoodRecord = {
  readonly recordNumber: number;
  readonly consignmentId: string;
  readonly contentHash: string;
  readonly record: ConsignmentRecord;
  readonly warnings: readonly Problem[];
};
export type BadRecord = {
  readonly recordNumber: number;
  readonly reference: string | null;
  readonly rows: readonly { line: number; raw: string }[];
  readonly problems: readonly Problem[];
};
export type Batch = { readonly good: readonly GoodRecord[]; readonly bad: readonly BadRecord[]; readonly last: number };

type Row = {
  record_number: number;
  line: number;
  reference: string | null;
  raw: string;
  content: string;
  problems: Problem[];
};

/**
 * Reads the records after the cursor, in order, and judges each. A batch ends before a reference comes a second time, so that
 * a file which sends two versions of one consignment gets two versions.
 */
export async function readBatch(
  tx: Tx,
  submission: { id: string; partnerId: string; processedRecord: number },
  context: { readonly offices: ReadonlySet<string>; readonly now: Date; readonly size: number },
): Promise<Batch> {
  // The end of the batch is found first, by itself: as a set to join with, an empty table's statistics make it a loop in a loop.
  const result = await tx.execute<Row>(sql`
    select record_number, line, reference, raw, content, problems from ${stagedRows}
    where submission_id = ${submission.id} and record_number > ${submission.processedRecord} and record_number <= (
      select max(record_number) from (
        select distinct record_number from ${stagedRows}
        where submission_id = ${submission.id} and record_number > ${submission.processedRecord}
        order by record_number limit ${context.size}) as next)
    order by record_number, line`);
  const good: GoodRecord[] = [];
  const bad: BadRecord[] = [];
  const seen = new Set<string>();
  let last = submission.processedRecord;
  for (const [recordNumber, rows] of byRecord(result.rows)) {
    const judged = judge(rows, context);
    if (judged.ok) {
      const consignmentId = consignmentIdOf(submission.partnerId, judged.record.reference);
      if (seen.has(consignmentId)) break;
      seen.add(consignmentId);
      good.push({ recordNumber, consignmentId, contentHash: contentHash(judged.record.sent), ...judged });
    } else {
      bad.push({
        recordNumber,
        reference: rows[0]?.reference ?? null,
        rows: rows.map(({ line, raw }) => ({ line, raw })),
        problems: judged.problems,
      });
    }
    last = recordNumber;
  }
  return { good, bad, last };
}

function byRecord(rows: readonly Row[]): Map<number, StagedRow[]> {
  const records = new Map<number, StagedRow[]>();
  for (const { record_number, ...row } of rows) {
    const record = records.get(record_number);
    if (record) record.push(row);
    else records.set(record_number, [row]);
  }
  return records;
}

function judge(rows: readonly StagedRow[], context: { offices: ReadonlySet<string>; now: Date }) {
  const assembled = assembleRecord(rows);
  if (!assembled.ok) return assembled;
  const judged = validateRecord(assembled.sent, context);
  return judged.ok
    ? { ...judged, warnings: locateProblems(judged.warnings, rows, assembled.places) }
    : { ...judged, problems: locateProblems(judged.problems, rows, assembled.places) };
}
