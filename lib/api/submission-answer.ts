import type { Acknowledgement } from '@/db/queries/answers/list-acknowledgements';
import type { QuarantinedView, SubmissionView } from '@/db/queries/intake/get-submission';
import type { MendedFrom } from '@/db/queries/intake/mended-from';
import { explainProblem } from '@/lib/intake/explain-problem';
import { isMappable } from '@/lib/intake/mappable';
import type { AcknowledgementAnswer, SubmissionAnswer } from './schemas';

/**
 * The API's answer about a submission: counts that add up, and every problem with its place, rule and value. Of one that was
 * undone it tells what was mended from it too, since that stands.
 */
export function submissionAnswer(
  submission: SubmissionView,
  refused: readonly QuarantinedView[],
  mended?: MendedFrom,
): SubmissionAnswer {
  const { undone } = submission;
  const done = submission.accepted + submission.updated + submission.unchanged + submission.quarantined;
  const problems = [...submission.problems, ...submission.notices, ...refused.flatMap((record) => record.problems)];
  return {
    submissionId: submission.submissionId,
    status: submission.status,
    received: submission.received,
    accepted: submission.accepted,
    quarantined: submission.quarantined,
    unchanged: submission.unchanged,
    updated: submission.updated,
    pending: Math.max(0, submission.received - done),
    // Of those taken: withdrawn later, by undoing the submission as a whole.
    withdrawn: undone?.withdrawn ?? 0,
    sha256: submission.sha256,
    acknowledgements: acknowledgementsPath(submission.submissionId),
    problems: problems.map((problem) => ({
      line: problem.line ?? null,
      pointer: problem.pointer,
      code: problem.code,
      severity: problem.severity,
      message: explainProblem(problem, submission.format),
      value: problem.value ?? null,
    })),
    refusedRecords: refusedTold(submission, refused),
    ...(isMappable(submission) ? { mapColumnsAt: `/submissions/${submission.submissionId}/columns` } : {}),
    ...(undone ? { undone: { at: undone.at, reason: undone.reason } } : {}),
    ...(mended ? { mended: mendedTold(mended) } : {}),
  };
}

function mendedTold({ records, by, more, waiting }: MendedFrom) {
  const told = by.map(({ submissionId, records: own, references, isUndone }) => {
    return { submissionId, records: own, references: [...references], isUndone };
  });
  return { records, by: told, more, waiting };
}

/** An answer names the problems of the first refused records; the acknowledgements page all that come after them. */
function refusedTold({ submissionId, quarantined, waiting }: SubmissionView, refused: readonly QuarantinedView[]) {
  const last = refused.at(-1)?.recordNumber ?? 0;
  const next = quarantined > refused.length ? `${acknowledgementsPath(submissionId)}?after=${last}` : null;
  return { told: refused.length, total: quarantined, waiting, next };
}

/** The API's answer about one record, with the sentence of each problem in the words of the format it came in. */
export function acknowledgementAnswer(
  { problems, codes, ...row }: Acknowledgement,
  format: string,
): AcknowledgementAnswer {
  return {
    ...row,
    codes: [...codes],
    problems: problems.map((problem) => ({
      line: problem.line ?? null,
      pointer: problem.pointer,
      code: problem.code,
      severity: problem.severity,
      message: explainProblem(problem, format),
      value: problem.value ?? null,
    })),
  };
}

/** Where the acknowledgements of a submission stand, one for each record. */
export function acknowledgementsPath(submissionId: string): string {
  return `/api/v1/submissions/${submissionId}/acknowledgements`;
}
