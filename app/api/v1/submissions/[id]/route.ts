import { defineCall } from '@/app/_server/define-call';
import { undoAsItStands } from '@/db/commands/intake/undo-submission';
import { getSubmission, listRefused } from '@/db/queries/intake/get-submission';
import { mendedFrom } from '@/db/queries/intake/mended-from';
import { getSandboxOutcome } from '@/db/queries/sandbox/sandbox-answers';
import { READ_SUBMISSION, UNDO_SUBMISSION } from '@/lib/api/calls';
import { submissionAnswer } from '@/lib/api/submission-answer';
import type { Actor } from '@/lib/identity/actor';

/** Partners ask again every second or so while a file is worked off: what follows is in the pages of acknowledgements. */
const PROBLEM_RECORDS = 100;

async function answerOf(actor: Actor, submissionId: string) {
  const submission = await getSubmission(actor, submissionId);
  const mended = submission.undone ? await mendedFrom(actor, submissionId) : undefined;
  return submissionAnswer(submission, await listRefused(actor, submissionId, 0, PROBLEM_RECORDS), mended);
}

/** Where a submission stands; problems of the first hundred refused records, the whole list as CSV beside it. */
export const GET = defineCall(
  READ_SUBMISSION,
  async ({ actor, params, answer }) => answer(200, await answerOf(actor, params.id)),
  async ({ actor, params, answer }) => answer(200, (await getSandboxOutcome(actor, params.id)).submission),
);

/** Withdraws what a submission lodged, as it stands, and names what was mended from it, which stands; what was withdrawn before stays so, and is answered the same. */
export const DELETE = defineCall(UNDO_SUBMISSION, async ({ actor, params, query, answer }) => {
  await undoAsItStands(actor, params.id, query);
  return answer(200, await answerOf(actor, params.id));
});
