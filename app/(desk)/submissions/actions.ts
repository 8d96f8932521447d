'use server';
import { defineAction } from '@/app/_server/define-action';
import { retrySubmission } from '@/db/commands/intake/retry-submission';
import { RETRY_INPUT } from '@/lib/intake/retry-input';

/** Tries again at once what failed for a fault of ours. */
export const retryAction = defineAction(RETRY_INPUT, (actor, input) => retrySubmission(actor, input), {
  attempt: 'intake.retry',
  subject: ({ submissionId }) => ({ type: 'submission', id: submissionId }),
  refresh: true,
});
