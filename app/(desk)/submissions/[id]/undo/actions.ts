'use server';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { undoSubmission } from '@/db/commands/intake/undo-submission';
import { UNDO_SUBMISSION_INPUT } from '@/lib/intake/undo-input';

/** Withdraws what a submission lodged, on the numbers that were seen, and shows the submission as it stands then. */
export const undoSubmissionAction = defineAction(
  UNDO_SUBMISSION_INPUT,
  async (actor, input) => {
    await undoSubmission(actor, input);
    redirect(routes.submission(input.submissionId));
  },
  {
    attempt: 'intake.undo',
    subject: ({ submissionId }) => ({ type: 'submission', id: submissionId }),
  },
);
