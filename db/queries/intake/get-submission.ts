import 'server-only';
import { and, asc, count, eq, gt, inArray } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { partners, quarantinedRecords, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { maskRefused } from '@/lib/intake/mask-refused';
import type { ProblemCode } from '@/lib/intake/problem-codes';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';
import { refusedWithin, sentWithin, submissionsWithin } from './scope';

export type SubmissionView = {
  readonly submissionId: string;
  readonly partnerName: string;
  readonly fileName: string | null;
  readonly format: string;
  readonly status: (typeof submissions.$inferSelect)['status'];
  readonly sizeBytes: number;
  readonly sha256: string | null;
  /** When its bytes were erased; null while they are there. */
  readonly bytesErasedAt: string | null;
  readonly receivedAt: string;
  /** When the whole file was read and its records began to be processed; null before. */
  readonly stagedAt: string | null;
  readonly finishedAt: string | null;
  readonly received: number;
  readonly accepted: number;
  readonly quarantined: number;
  /** Of these, the ones that were neither mended nor set aside yet. */
  readonly waiting: number;
  readonly unchanged: number;
  readonly updated: number;
  /** When what it lodged was withdrawn as a whole; null while it stands. */
  readonly undone: {
    readonly at: string;
    readonly byName: string;
    readonly reason: string | null;
    readonly withdrawn: number;
  } | null;
  /** The submission whose refused records this one sends again. */
  readonly replayOf: string | null;
  readonly notices: readonly Problem[];
  /** Whether its transfer broke off, so that `sizeBytes` are what arrived of it and nothing was read. */
  readonly isBrokenOff: boolean;
  /** Faults of the file as a whole, when it was refused. */
  readonly problems: readonly Problem[];
  /** How often in a row its next records failed for no fault of theirs, and when they are tried again; null while it goes on. */
  readonly stalled: { readonly faults: number; readonly retryAt: string } | null;
};

/** A quarantined record: where it stands in the file and everything that is wrong with it. */
export type QuarantinedView = {
  readonly recordNumber: number;
  readonly line: number;
  readonly reference: string | null;
  readonly rows: readonly { line: number; raw: string }[];
  readonly problems: readonly Problem[];
  readonly state: (typeof quarantinedRecords.$inferSelect)['state'];
};

const BROKEN_OFF: ProblemCode = 'file_broken_off';

type Row = { submission: typeof submissions.$inferSelect; partnerName: string };

/** How many refused records of each of some submissions still wait to be mended or set aside. */
export async function waitingOf(
  given: readonly { readonly submission: Row['submission'] }[],
): Promise<Map<string, number>> {
  const ids = given
    .filter(({ submission }) => submission.recordsQuarantined > 0)
    .map(({ submission }) => submission.id);
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: quarantinedRecords.submissionId, records: count() })
    .from(quarantinedRecords)
    .where(and(inArray(quarantinedRecords.submissionId, ids), eq(quarantinedRecords.state, 'open')))
    .groupBy(quarantinedRecords.submissionId);
  return new Map(rows.map(({ id, records }) => [id, records]));
}

export function toSubmissionView({ submission, partnerName }: Row, waiting: Map<string, number>): SubmissionView {
  return {
    submissionId: submission.id,
    partnerName,
    fileName: submission.fileName,
    format: submission.format,
    status: submission.status,
    sizeBytes: submission.sizeBytes,
    sha256: submission.sha256,
    bytesErasedAt: submission.bytesErasedAt?.toISOString() ?? null,
    receivedAt: submission.receivedAt.toISOString(),
    stagedAt: submission.stagedAt?.toISOString() ?? null,
    finishedAt: submission.finishedAt?.toISOString() ?? null,
    received: submission.recordsReceived,
    accepted: submission.recordsAccepted,
    quarantined: submission.recordsQuarantined,
    waiting: waiting.get(submission.id) ?? 0,
    unchanged: submission.recordsUnchanged,
    updated: submission.recordsUpdated,
    undone: submission.undoneAt && {
      at: submission.undoneAt.toISOString(),
      byName: submission.undoneByName ?? '',
      reason: submission.undoReason,
      withdrawn: submission.recordsWithdrawn,
    },
    replayOf: submission.replayOf,
    notices: submission.notices,
    isBrokenOff: submission.problems.some(({ code }) => code === BROKEN_OFF),
    problems: submission.problems,
    stalled: submission.retryAt && { faults: submission.faults, retryAt: submission.retryAt.toISOString() },
  };
}

/** One submission, of the own partner or of one's own offices. @throws NotFoundError */
export async function getSubmission(actor: Actor, submissionId: string): Promise<SubmissionView> {
  authorise(actor, 'intake.read');
  if (!isUuid(submissionId)) throw new NotFoundError('submission');
  const [row] = await db()
    .select({ submission: submissions, partnerName: partners.name })
    .from(submissions)
    .innerJoin(partners, eq(partners.id, submissions.partnerId))
    .where(and(eq(submissions.id, submissionId), submissionsWithin(actor)));
  if (!row) throw new NotFoundError('submission');
  return toSubmissionView(row, await waitingOf([row]));
}

/** Whether the actor may download a submission as it was sent. */
export async function maySeeSent(actor: Actor, submissionId: string): Promise<boolean> {
  authorise(actor, 'intake.read');
  if (!can(actor, 'intake.download') || !isUuid(submissionId)) return false;
  const found = await db()
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.id, submissionId), sentWithin(actor)));
  return found.length > 0;
}

/** How many refused records of a submission the actor may see; the others are of offices that are not one's own. @throws NotFoundError */
export async function countRefused(actor: Actor, submissionId: string, from: Executor = db()): Promise<number> {
  authorise(actor, 'intake.read');
  if (!isUuid(submissionId)) throw new NotFoundError('submission');
  const [row] = await from
    .select({ records: count() })
    .from(quarantinedRecords)
    .where(and(eq(quarantinedRecords.submissionId, submissionId), refusedWithin(actor)));
  return row?.records ?? 0;
}

export const QUARANTINE_PAGE = 50;

/**
 * Refused records of a submission that the actor may see, as they were sent, in file order, a page at a time from after a record
 * number. Staff are shown them only with the look noted (`recordSentLook`, `recordProblemsExport`). @throws NotFoundError
 */
export async function listQuarantined(
  actor: Actor,
  submissionId: string,
  afterRecord = 0,
  limit = QUARANTINE_PAGE,
): Promise<QuarantinedView[]> {
  authorise(actor, 'intake.read');
  await getSubmission(actor, submissionId);
  return db()
    .select({
      recordNumber: quarantinedRecords.recordNumber,
      line: quarantinedRecords.line,
      reference: quarantinedRecords.reference,
      rows: quarantinedRecords.rows,
      problems: quarantinedRecords.problems,
      state: quarantinedRecords.state,
    })
    .from(quarantinedRecords)
    .where(
      and(
        eq(quarantinedRecords.submissionId, submissionId),
        gt(quarantinedRecords.recordNumber, afterRecord),
        refusedWithin(actor),
      ),
    )
    .orderBy(asc(quarantinedRecords.recordNumber))
    .limit(limit);
}

/** The same for a look that is not noted: whole for their sender, for others without the rows and without what may be of a person. */
export async function listRefused(actor: Actor, submissionId: string, afterRecord = 0, limit = QUARANTINE_PAGE) {
  authorise(actor, 'intake.read');
  const records = await listQuarantined(actor, submissionId, afterRecord, limit);
  if (actor.role === 'partner') return records;
  return records.map((record) => ({ ...maskRefused(record), rows: [] }));
}
