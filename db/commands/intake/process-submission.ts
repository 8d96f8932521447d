import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { now } from '@/db/clock';
import { db } from '@/db/connection';
import { logLine, messageOf } from '@/db/log';
import { submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { beginningOf, storable } from '@/lib/kernel/storable';
import { LeaseLostError } from './lease-lost';
import { processBatch } from './process-batch';
import { type ReadBatch, readBatch } from './read-batch';
import { GOES_ON, stageSubmission } from './stage-submission';

type Submission = typeof submissions.$inferSelect;

const OPEN = ['stored', 'staging', 'processing'] as const;

/**
 * A worker that died is replaced after this long; a living one renews well before. The clock is that of the statement, not of the
 * transaction, which may be long, and not `clock_timestamp`, which a distributed table refuses in an update.
 */
const LEASE = sql`statement_timestamp() + interval '20 seconds'`;
const RENEW_MS = 5_000;
/** Records of one transaction: large enough to spread its cost, small enough that officers wait for none of it. */
const RECORDS_PER_BATCH = 500;
/** The first pause after a failure; it doubles with each one in a row, up to ten minutes. */
const PAUSE = sql`least(interval '10 minutes', interval '5 seconds' * power(2, least(faults, 10)))`;
const isFree = () => or(isNull(submissions.leaseUntil), lt(submissions.leaseUntil, sql`statement_timestamp()`));
const isDue = () => or(isNull(submissions.retryAt), lt(submissions.retryAt, sql`statement_timestamp()`));

/**
 * Takes a submission from where it stands to its end. Safe to call again after any crash, and by several workers: the lease
 * lets one of them work, the cursor lets none of them double a record. Returns null when another worker has it. The clock says
 * when it was done; what the records mean counts from when they were received.
 */
export async function processSubmission(
  actor: Actor,
  submissionId: string,
  signal?: AbortSignal,
  clock: () => Date = now,
): Promise<Submission | null> {
  authorise(actor, 'intake.process');
  const worker = randomUUID();
  const [leased] = await db()
    .update(submissions)
    .set({
      leasedBy: worker,
      leaseUntil: LEASE,
      status: sql`case when status = 'stored' then 'staging' else status end`,
    })
    .where(and(eq(submissions.id, submissionId), inArray(submissions.status, [...OPEN]), isFree()))
    .returning();
  if (!leased) return null;
  const renewal = setInterval(() => renew(submissionId, worker), RENEW_MS);
  try {
    if (leased.status === 'staging' && (await stageSubmission(actor, leased, clock())) === 'refused') {
      return await find(submissionId);
    }
    let current = await finishIfEmpty(await find(submissionId));
    current = await processAll(actor, current, { worker, signal, clock });
    if (current.status === 'processing') await giveBack(submissionId, worker);
    return current;
  } catch (error) {
    if (error instanceof LeaseLostError) return null;
    await postpone(submissionId, worker, messageOf(error));
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

/** Batch by batch; the next one is read and judged while the one before is stored. */
async function processAll(
  actor: Actor,
  submission: Submission,
  { worker, signal, clock }: { worker: string; signal: AbortSignal | undefined; clock: () => Date },
): Promise<Submission> {
  let current = submission;
  if (current.status !== 'processing') return current;
  let ahead = readAhead(current);
  try {
    while (current.status === 'processing' && !signal?.aborted) {
      const read = await ahead;
      ahead = readAhead({ ...current, processedRecord: read.last });
      current = await processBatch(actor, current, read, { worker, doneAt: clock() });
      if (current.processedRecord !== read.last) ahead = readAhead(current);
    }
    return current;
  } finally {
    // No query is left running behind: the connection may be that of a trial, which is rolled back now.
    await ahead.catch(() => undefined);
  }
}

function readAhead(submission: Submission): Promise<ReadBatch> {
  const read = readBatch(db(), submission, RECORDS_PER_BATCH);
  // Should the batch before fail, nobody waits for this one any more; its own failure is met where it is awaited.
  read.catch(() => undefined);
  return read;
}

/** A renewal that fails is no fault of its own: the next batch finds out whether the lease still holds. */
function renew(submissionId: string, worker: string): void {
  db()
    .update(submissions)
    .set({ leaseUntil: LEASE })
    .where(and(eq(submissions.id, submissionId), eq(submissions.leasedBy, worker)))
    .catch((error: unknown) => logLine('warn', 'intake.renewal_failed', { submissionId, message: messageOf(error) }));
}

/** The oldest submission that waits for a worker, but for those that failed and are to rest before they are tried again. */
export async function nextOpenSubmission(actor: Actor): Promise<string | null> {
  authorise(actor, 'intake.process');
  const [row] = await db()
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(inArray(submissions.status, [...OPEN]), isFree(), isDue()))
    .orderBy(asc(submissions.receivedAt))
    .limit(1);
  return row?.id ?? null;
}

async function find(submissionId: string): Promise<Submission> {
  const [row] = await db().select().from(submissions).where(eq(submissions.id, submissionId));
  if (!row) throw new Error(`submission ${submissionId} vanished`);
  return row;
}

async function finishIfEmpty(submission: Submission): Promise<Submission> {
  if (submission.recordsReceived > 0) return submission;
  await db()
    .update(submissions)
    .set({ status: 'finished', finishedAt: sql`statement_timestamp()`, leasedBy: null, leaseUntil: null, ...GOES_ON })
    .where(eq(submissions.id, submission.id));
  return find(submission.id);
}

async function giveBack(submissionId: string, worker: string): Promise<void> {
  await db()
    .update(submissions)
    .set({ leasedBy: null, leaseUntil: null })
    .where(and(eq(submissions.id, submissionId), eq(submissions.leasedBy, worker)));
}

/** Characters kept of what failed. */
const FAULT_CHARS = 500;

/** Gives back what failed, to rest for a while, with what failed; the fault is the caller's to log. */
async function postpone(submissionId: string, worker: string, fault: string): Promise<void> {
  await db()
    .update(submissions)
    .set({
      leasedBy: null,
      leaseUntil: null,
      faults: sql`${submissions.faults} + 1`,
      retryAt: sql`statement_timestamp() + ${PAUSE}`,
      lastFault: beginningOf(storable(fault), FAULT_CHARS),
      retryAskedBy: null,
    })
    .where(and(eq(submissions.id, submissionId), eq(submissions.leasedBy, worker)));
}
