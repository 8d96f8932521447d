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
    sha256: submission.sha256,
    problems: problems.map((problem) => ({
      line: problem.line ?? null,
      pointer: problem.pointer,
      code: problem.code,
      severity: problem.severity,
      message: explainProblem(problem),
      value: problem.value ?? null,
    })),
  };
}
