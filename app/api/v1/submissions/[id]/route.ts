import { defineRoute } from '@/app/_server/define-route';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { answerOf } from '../answer';

const PROBLEM_RECORDS = 1_000;

/** Where a submission stands; problems of the first thousand refused records, the whole list as CSV beside it. */
export const GET = defineRoute<{ id: string }>('intake.read', async ({ actor, params }) => {
  const submission = await getSubmission(actor, params.id);
  const refused = await listQuarantined(actor, params.id, 0, PROBLEM_RECORDS);
  return Response.json(answerOf(submission, refused));
});
