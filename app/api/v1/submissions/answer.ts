import type { Replies } from '@/app/_server/define-call';
import type { SUBMIT } from '@/lib/api/calls';
import type { SubmissionAnswer } from '@/lib/api/schemas';
import { words } from '@/lib/api/words';

type Submit = Pick<Replies<typeof SUBMIT>, 'answer' | 'problem'>;

/** Tells the outcome of a submission: its counts, or why the file was refused as a whole and what it is kept as. */
export async function tellOutcome({ answer, problem }: Submit, outcome: SubmissionAnswer): Promise<Response> {
  const headers = { location: `/api/v1/submissions/${outcome.submissionId}` };
  if (outcome.status !== 'refused') return answer(200, outcome, headers);
  const { status, problems, ...members } = outcome;
  return problem('submission_refused', {
    detail: [problems[0]?.message, ...(outcome.mapColumnsAt ? [words('refusedDetail.mapColumns')] : [])].join(' '),
    members: { ...members, submissionStatus: status, problems },
    headers,
  });
}
