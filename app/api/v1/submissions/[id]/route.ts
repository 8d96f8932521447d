import { defineCall } from '@/app/_server/define-call';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { getSandboxOutcome } from '@/db/queries/sandbox/sandbox-answers';
import { READ_SUBMISSION } from '@/lib/api/calls';
import { submissionAnswer } from '@/lib/api/submission-answer';

const PROBLEM_RECORDS = 1_000;

/** Where a submission stands; problems of the first thousand refused records, the whole list as CSV beside it. */
export const GET = defineCall(
  READ_SUBMISSION,
  async ({ actor, params, answer }) => {
    const submission = await getSubmission(actor, params.id);
    const refused = await listQuarantined(actor, params.id, 0, PROBLEM_RECORDS);
    return answer(200, submissionAnswer(submission, refused));
  },
  async ({ actor, params, answer }) => answer(200, (await getSandboxOutcome(actor, params.id)).submission),
);
