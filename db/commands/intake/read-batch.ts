import 'server-only';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { stagedRows } from '@/db/schema';
import type { SentRecord } from '@/lib/consignment/columns';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { type AssembledRecord, assembleRecord } from '@/lib/intake/assemble-record';
import { contentHash } from '@/lib/intake/content-hash';
import { inFileTerms } from '@/lib/intake/file-terms';
import type { JudgeContext } from '@/lib/intake/judgement';
import type { Layout } from '@/lib/intake/layout';
import { locateProblems } from '@/lib/intake/locate-problems';
import type { Places, SentAct, StagedRow } from '@/lib/intake/staged-row';
import { validateRecord } from '@/lib/intake/validate-record';
import { consignmentIdOf } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';
import { qualityOf } from '@/lib/quality/score';
import { judgeContextAt, layoutOf } from './reading-context';

export type GoodRecord = {
  readonly recordNumber: number;
  readonly consignmentId: string;
  readonly contentHash: string;
  readonly record: ConsignmentRecord;
  readonly warnings: readonly Problem[];
  readonly qualityScore: number;
};
export type BadRecord = {
  readonly recordNumber: number;
  readonly reference: string | null;
  /** The office it names, if we know it. */
  readonly officeId: string | null;
  readonly rows: readonly { line: number; raw: string }[];
  readonly problems: readonly Problem[];
  readonly qualityScore: number;
};
/** An amendment or cancellation as it was sent: what it names is looked up when its batch is carried out. */
export type SentActRecord = Numbered & {
  readonly act: SentAct;
  readonly sent: SentRecord;
  readonly places?: Places | undefined;
};
/** Records after a cursor, judged: either consignments or acts, and what was refused among them. */
export type ReadBatch = {
  readonly after: number;
  readonly last: number;
  readonly context: JudgeContext;
  readonly good: readonly GoodRecord[];
  readonly acts: readonly SentActRecord[];
  readonly bad: readonly BadRecord[];
};

type Row = {
  record_number: number;
  line: number;
  reference: string | null;
  raw: string;
  content: string;
  problems: Problem[];
};

/** Long records are few to a batch, and one alone however long it is: two batches are in memory at once. */
const BYTES_PER_BATCH = 16_000_000;

/** Records judged without a pause: the transaction of the batch before, which runs meanwhile, waits for no more. */
const RECORDS_PER_TURN = 20;

export type Numbered = { readonly recordNumber: number; readonly rows: readonly StagedRow[] };

/**
 * Reads the records after the cursor, in order, and judges each; nothing is written, so the next batch can be read while one is
 * stored. A batch ends before a reference comes a second time, so that a file which sends two versions of one consignment gets
 * two versions. Amendments and cancellations make batches of their own, so that they see what the same file lodged before them.
 */
export async function readBatch(
  executor: Executor,
  submission: {
    readonly id: string;
    readonly partnerId: string;
    readonly receivedAt: Date;
    readonly processedRecord: number;
    readonly layoutId: string | null;
  },
  size: number,
): Promise<ReadBatch> {
  const context = await judgeContextAt(executor, submission.receivedAt);
  const layout = await layoutOf(executor, submission.layoutId);
  // The end of the batch is found first, by itself: as a set to join with, an empty table's statistics make it a loop in a loop.
  const result = await executor.execute<Row>(sql`
    select record_number, line, reference, raw, content, problems from ${stagedRows}
    where submission_id = ${submission.id} and record_number > ${submission.processedRecord} and record_number <= (
      select max(record_number) from (
        select record_number, row_number() over (order by record_number) as place, sum(bytes) over (order by record_number) as so_far
        from (
          select record_number, sum(octet_length(raw) + octet_length(content)) as bytes from ${stagedRows}
          where submission_id = ${submission.id} and record_number > ${submission.processedRecord}
          group by record_number order by record_number limit ${size}) as taken) as next
      where place = 1 or so_far <= ${BYTES_PER_BATCH})
    order by record_number, line`);
  const good: GoodRecord[] = [];
  const bad: BadRecord[] = [];
  const acts: SentActRecord[] = [];
  const seen = new Set<string>();
  const after = submission.processedRecord;
  let last = after;
  let read = 0;
  for (const [recordNumber, rows] of byRecord(result.rows)) {
    read += 1;
    if (read % RECORDS_PER_TURN === 0) await nextTurn();
    const assembled = assembleRecord(rows);
    if (assembled.ok && assembled.act) {
      const { act, sent, places } = assembled;
      const names = [act.mrn, act.reference].flatMap((name) => name ?? []);
      if (good.length > 0 || names.some((name) => seen.has(name))) break;
      for (const name of names) seen.add(name);
      acts.push({ recordNumber, rows, act, sent, places });
    } else {
      const judged = judgeRecord(assembled, rows, context, layout);
      if (judged.ok) {
        const consignmentId = consignmentIdOf(submission.partnerId, judged.record.reference);
        if (acts.length > 0 || seen.has(consignmentId)) break;
        seen.add(consignmentId);
        good.push({ recordNumber, consignmentId, contentHash: contentHash(judged.record.sent), ...judged });
      } else
        bad.push(
          refusedRecord(
            { recordNumber, rows },
            assembled.ok ? assembled.sent.office : assembled.office,
            judged.problems,
            context,
          ),
        );
    }
    last = recordNumber;
  }
  return { after, last, context, good, acts, bad };
}

/** A record that cannot proceed, with what stops it. */
export function refusedRecord(
  { recordNumber, rows }: Numbered,
  office: string | undefined,
  problems: readonly Problem[],
  { policy, offices }: JudgeContext,
): BadRecord {
  return {
    recordNumber,
    reference: rows[0]?.reference ?? null,
    officeId: office !== undefined && offices.has(office) ? office : null,
    rows: rows.map(({ line, raw }) => ({ line, raw })),
    problems,
    qualityScore: qualityOf(problems, policy.quality).score,
  };
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

/** Validates an assembled record; every problem names its place in what was sent. */
export function judgeRecord(
  assembled: AssembledRecord,
  rows: readonly StagedRow[],
  context: JudgeContext,
  layout: Layout | null = null,
) {
  if (!assembled.ok) return { ...assembled, problems: inFileTerms(assembled.problems, rows, layout) };
  const judged = validateRecord(assembled.sent, context);
  const located = (problems: readonly Problem[]) =>
    inFileTerms(locateProblems(problems, rows, assembled.places), rows, layout);
  if (!judged.ok) return { ...judged, problems: located(judged.problems) };
  const warnings = located(judged.warnings);
  return { ...judged, warnings, qualityScore: qualityOf(warnings, context.policy.quality).score };
}
