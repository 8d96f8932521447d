import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { stagedRows } from '@/db/schema';
import type { SentRecord } from '@/lib/consignment/columns';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { type AssembledRecord, assembleRecord } from '@/lib/intake/assemble-record';
import { contentHash } from '@/lib/intake/content-hash';
import type { JudgeContext } from '@/lib/intake/judgement';
import { locateProblems } from '@/lib/intake/locate-problems';
import type { Places, SentAct, StagedRow } from '@/lib/intake/staged-row';
import { validateRecord } from '@/lib/intake/validate-record';
import { consignmentIdOf } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';
import { qualityOf } from '@/lib/quality/score';
import { resolveActs } from './resolve-acts';
import type { Standing } from './standing';

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
  readonly rows: readonly { line: number; raw: string }[];
  readonly problems: readonly Problem[];
  readonly qualityScore: number;
};
/** A cancellation that may be carried out. */
export type GoodCancel = {
  readonly recordNumber: number;
  readonly standing: Standing;
  /** The sender's reason, in the sender's words. */
  readonly note: string | null;
  readonly isDone: boolean;
};
export type Batch = {
  readonly good: readonly GoodRecord[];
  readonly cancels: readonly GoodCancel[];
  readonly bad: readonly BadRecord[];
  readonly last: number;
};

type Row = {
  record_number: number;
  line: number;
  reference: string | null;
  raw: string;
  content: string;
  problems: Problem[];
};

/** Longest reason that stands in the timeline; the message itself is kept whole. */
const NOTE_CHARS = 500;

type Numbered = { readonly recordNumber: number; readonly rows: readonly StagedRow[] };
type PendingAct = Numbered & { readonly act: SentAct; readonly sent: SentRecord; readonly places?: Places | undefined };

/**
 * Reads the records after the cursor, in order, and judges each. A batch ends before a reference comes a second time, so that
 * a file which sends two versions of one consignment gets two versions. Amendments and cancellations make batches of their
 * own, so that they see what the same file lodged before them.
 */
export async function readBatch(
  tx: Tx,
  submission: { id: string; partnerId: string; processedRecord: number },
  context: JudgeContext,
  size: number,
): Promise<Batch> {
  // The end of the batch is found first, by itself: as a set to join with, an empty table's statistics make it a loop in a loop.
  const result = await tx.execute<Row>(sql`
    select record_number, line, reference, raw, content, problems from ${stagedRows}
    where submission_id = ${submission.id} and record_number > ${submission.processedRecord} and record_number <= (
      select max(record_number) from (
        select distinct record_number from ${stagedRows}
        where submission_id = ${submission.id} and record_number > ${submission.processedRecord}
        order by record_number limit ${size}) as next)
    order by record_number, line`);
  const good: GoodRecord[] = [];
  const bad: BadRecord[] = [];
  const acts: PendingAct[] = [];
  const seen = new Set<string>();
  let last = submission.processedRecord;
  for (const [recordNumber, rows] of byRecord(result.rows)) {
    const assembled = assembleRecord(rows);
    if (assembled.ok && assembled.act) {
      const { act, sent, places } = assembled;
      const names = [act.mrn, act.reference].flatMap((name) => name ?? []);
      if (good.length > 0 || names.some((name) => seen.has(name))) break;
      for (const name of names) seen.add(name);
      acts.push({ recordNumber, rows, act, sent, places });
    } else {
      const judged = judge(assembled, rows, context);
      if (judged.ok) {
        const consignmentId = consignmentIdOf(submission.partnerId, judged.record.reference);
        if (acts.length > 0 || seen.has(consignmentId)) break;
        seen.add(consignmentId);
        good.push({ recordNumber, consignmentId, contentHash: contentHash(judged.record.sent), ...judged });
      } else bad.push(refused({ recordNumber, rows }, judged.problems, context));
    }
    last = recordNumber;
  }
  if (acts.length === 0) return { good, cancels: [], bad, last };
  return resolved(tx, { acts, bad, last }, submission.partnerId, context);
}

/** The same batch with its acts carried out on paper: amended records are judged whole, like any other. */
async function resolved(
  tx: Tx,
  batch: { readonly acts: readonly PendingAct[]; readonly bad: readonly BadRecord[]; readonly last: number },
  partnerId: string,
  context: JudgeContext,
): Promise<Batch> {
  const good: GoodRecord[] = [];
  const cancels: GoodCancel[] = [];
  const bad: BadRecord[] = [];
  const seen = new Set<string>();
  let end = batch.last;
  for (const [index, answer] of (await resolveActs(tx, batch.acts, partnerId, context.now)).entries()) {
    const act = batch.acts[index];
    if (!act) break;
    // Named once by MRN and once by reference: the second waits for the next batch and sees the first.
    if (answer.consignmentId !== null && seen.has(answer.consignmentId)) {
      end = act.recordNumber - 1;
      break;
    }
    if (answer.consignmentId !== null) seen.add(answer.consignmentId);
    if (!answer.ok) bad.push(refused(act, locateProblems([answer.problem], act.rows), context));
    else if (answer.act === 'cancel') {
      const note = act.act.reason?.slice(0, NOTE_CHARS) ?? null;
      cancels.push({ recordNumber: act.recordNumber, standing: answer.standing, note, isDone: answer.isDone });
    } else {
      const { consignmentId, sent } = answer;
      const judged = judge({ ok: true, sent, ...(act.places ? { places: act.places } : {}) }, act.rows, context);
      if (judged.ok)
        good.push({ recordNumber: act.recordNumber, consignmentId, contentHash: contentHash(sent), ...judged });
      else bad.push(refused(act, judged.problems, context));
    }
  }
  const unread = batch.bad.filter((record) => record.recordNumber <= end);
  return { good, cancels, bad: [...unread, ...bad], last: end };
}

function refused({ recordNumber, rows }: Numbered, problems: readonly Problem[], { policy }: JudgeContext): BadRecord {
  return {
    recordNumber,
    reference: rows[0]?.reference ?? null,
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

function judge(assembled: AssembledRecord, rows: readonly StagedRow[], context: JudgeContext) {
  if (!assembled.ok) return assembled;
  const judged = validateRecord(assembled.sent, context);
  const { places } = assembled;
  if (!judged.ok) return { ...judged, problems: locateProblems(judged.problems, rows, places) };
  const warnings = locateProblems(judged.warnings, rows, places);
  return { ...judged, warnings, qualityScore: qualityOf(warnings, context.policy.quality).score };
}
