import { problemResponse } from '@/app/_server/problem-response';
import type { QuarantinedView, SubmissionView } from '@/db/queries/intake/get-submission';
import { explainProblem } from '@/lib/intake/explain-problem';

/** The API's answer about a submission: counts that add up, and every problem with its place, rule and value. */
export function answerOf(submission: SubmissionView, refused: readonly QuarantinedView[]) {
  const problems = [...submission.problems, ...submission.notices, ...refused.flatMap((record) => record.problems)];
  return {
    submissionId: submission.submissionId,
    status: submission.status,
    received: submission.received,
    accepted: submission.accepted,
    quarantined: submission.quarantined,
    unchanged: submission.unchanged,
    updated: submission.updated,
    // Of those taken: withdrawn later, by undoing the submission as a whole.
    withdrawn: submission.undone?.withdrawn ?? 0,
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
  };
}

/** The answer when the file was refused as a whole: a problem document that also names the submission it is kept as. */
export async function refusalOf(submission: SubmissionView, headers: Record<string, string>): Promise<Response> {
  const { status, problems, ...members } = answerOf(submission, []);
  return problemResponse(422, 'submission_refused', {
    detail: problems[0]?.message,
    members: { ...members, submissionStatus: status, problems },
    headers,
  });
}

/** Where the acknowledgements of a submission stand, one for each record. */
export function acknowledgementsPath(submissionId: string): string {
  return `/api/v1/submissions/${submissionId}/acknowledgements`;
}
