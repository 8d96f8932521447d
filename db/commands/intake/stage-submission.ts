import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import { tellFinished } from '@/db/commands/webhook/tell-partner';
import { db } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { rawBytesOf } from '@/db/queries/intake/raw-bytes';
import { stagedRows, submissions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { readRows } from '@/lib/intake/read-rows';
import { type StagedRow, SubmissionRefusedError } from '@/lib/intake/staged-row';
import type { Problem } from '@/lib/kernel/problem';
import { LeaseLostError } from './lease-lost';
import { readOptionsOf } from './reading-context';

type Submission = typeof submissions.$inferSelect;

const ROWS_PER_BATCH = 2_000;
/** Long records are few to a batch: what is held of a file in memory has a bound whatever their length. */
const CHARS_PER_BATCH = 8_000_000;
const MAX_NOTICES = 100;
/** What is told of a submission that failed for a fault of ours, taken back. */
export const GOES_ON = { faults: 0, retryAt: null, lastFault: null, retryAskedBy: null } as const;

/**
 * Reads a stored submission into staged rows. Whole and repeatable: what an interrupted run staged is thrown away first,
 * and nothing is processed before the last byte was read, so a file that turns out broken has no effect.
 * @throws LeaseLostError when another worker took over meanwhile
 */
export async function stageSubmission(actor: Actor, submission: Submission, at: Date): Promise<'staged' | 'refused'> {
  authorise(actor, 'intake.process');
  await db().delete(stagedRows).where(eq(stagedRows.submissionId, submission.id));
  const notices: Problem[] = [];
  let header: string | null = null;
  let layoutId: string | null = null;
  const partnerOptions = await readOptionsOf(db(), submission);
  const options = {
    ...partnerOptions,
    onLayout: (fingerprint: string) => {
      layoutId = partnerOptions.editionOf(fingerprint);
    },
    onNotice: (notice: Problem) => {
      if (notices.length < MAX_NOTICES) notices.push(notice);
    },
    onHeader: (sent: string) => {
      header = sent;
    },
  };
  const numbering = new RecordNumbering(submission.id, submission.format === 'csv');
  let batch: (typeof stagedRows.$inferInsert)[] = [];
  let chars = 0;
  try {
    for await (const row of readRows(submission.format, rawBytesOf(submission.id), options)) {
      batch.push(numbering.place(row));
      chars += row.raw.length + row.content.length;
      if (batch.length >= ROWS_PER_BATCH || chars >= CHARS_PER_BATCH) {
        await insertStaged(batch);
        batch = [];
        chars = 0;
      }
    }
    await insertStaged(batch);
  } catch (error) {
    if (!(error instanceof SubmissionRefusedError)) throw error;
    await refuseSubmission(actor, submission, [...error.problems], at);
    return 'refused';
  }
  await publish(submission, numbering.count, { header, layoutId, notices });
  return 'staged';
}

/** Consecutive CSV rows of one reference are one record; other formats bring one record a row. */
class RecordNumbering {
  count = 0;
  private previous: string | null = null;

  constructor(
    private readonly submissionId: string,
    private readonly groupsRows: boolean,
  ) {}

  place(row: StagedRow): typeof stagedRows.$inferInsert {
    if (!this.groupsRows || row.reference === null || row.reference !== this.previous) this.count += 1;
    this.previous = row.reference;
    return {
      submissionId: this.submissionId,
      recordNumber: this.count,
      line: row.line,
      reference: row.reference,
      raw: row.raw,
      content: row.content,
      problems: [...row.problems],
    };
  }
}

async function insertStaged(rows: (typeof stagedRows.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  // A lost tail after a power cut is staged again, so this need not wait for the disk.
  await inTransaction((tx) => copySet(tx, stagedRows, rows), { synchronousCommit: false });
}

type Reading = {
  readonly header: string | null;
  readonly layoutId: string | null;
  readonly notices: Problem[];
};

async function publish(submission: Submission, lastRecord: number, reading: Reading): Promise<void> {
  const submissionId = submission.id;
  await inTransaction(
    async (tx) => {
      // The rows are newer than the statistics of their table, which may still call it empty: every loop in a loop looks cheap.
      await tx.execute(sql`set local enable_nestloop = off`);
      // Rows of one reference that stood apart in the file join the record of the first of them.
      await tx.execute(sql`
        update ${stagedRows} s set record_number = m.first
        from (
          select reference, min(record_number) as first from ${stagedRows}
          where submission_id = ${submissionId} and reference is not null
          group by reference having count(distinct record_number) > 1
        ) m
        where s.submission_id = ${submissionId} and s.reference = m.reference
          and s.record_number <> m.first
          and exists (select 1 from ${submissions} f where f.id = ${submissionId} and f.format = 'csv')`);
      const [counted] = await tx
        .select({ records: sql<number>`count(distinct record_number)::int` })
        .from(stagedRows)
        .where(eq(stagedRows.submissionId, submissionId));
      const published = await tx
        .update(submissions)
        .set({
          status: 'processing',
          ...reading,
          stagedAt: sql`statement_timestamp()`,
          recordsReceived: counted?.records ?? 0,
          lastRecord,
        })
        .where(stillLeased(submission))
        .returning({ id: submissions.id });
      if (published.length === 0) throw new LeaseLostError(`submission ${submissionId} is read elsewhere`);
    },
    { statementTimeoutMs: 600_000 },
  );
}

/** The rows may be published, or the file refused, only by the worker that holds the lease; another may be reading anew. */
function stillLeased({ id, leasedBy }: Submission) {
  return and(
    eq(submissions.id, id),
    eq(submissions.status, 'staging'),
    leasedBy === null ? isNull(submissions.leasedBy) : eq(submissions.leasedBy, leasedBy),
  );
}

async function refuseSubmission(
  actor: Actor,
  submission: Submission,
  problems: Submission['problems'],
  at: Date,
): Promise<void> {
  await inTransaction(async (tx) => {
    const [refused] = await tx
      .update(submissions)
      .set({
        status: 'refused',
        problems: problems.slice(0, 100),
        finishedAt: at,
        leasedBy: null,
        leaseUntil: null,
        ...GOES_ON,
      })
      .where(stillLeased(submission))
      .returning();
    if (!refused) throw new LeaseLostError(`submission ${submission.id} is read elsewhere`);
    await tellFinished(tx, refused);
    await tx.delete(stagedRows).where(eq(stagedRows.submissionId, submission.id));
    const details = { codes: problems.slice(0, 20).map((problem) => problem.code) };
    await writeAudit(
      tx,
      actor,
      { action: 'intake.refuse', subjectType: 'submission', subjectId: submission.id, details },
      at,
    );
  });
}
