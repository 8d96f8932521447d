'use server';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { previewLayout } from '@/db/commands/intake/preview-layout';
import { saveLayout } from '@/db/commands/intake/save-layout';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { LAYOUT_CHOICE, SAVE_LAYOUT_INPUT } from '@/lib/intake/layout-input';
import { previewLines } from '@/lib/intake/preview-lines';

const subject = ({ submissionId }: { submissionId: string }) => ({ type: 'submission' as const, id: submissionId });
/** Small files are read while one waits, as an upload of them is. */
const INLINE_BYTES = 512 * 1024;

/** Reads the first records anew by what is chosen now; changes nothing. */
export const previewAction = defineAction(
  LAYOUT_CHOICE,
  async (actor, choice) => ({ data: previewLines(await previewLayout(actor, choice)) }),
  { attempt: 'intake.map', subject },
);

/** Saves the mapping and goes to the submission that reads the file by it, or back to the saved ones. */
export const saveLayoutAction = defineAction(
  SAVE_LAYOUT_INPUT,
  async (actor, input) => {
    const { submissionId } = await saveLayout(actor, input);
    if (submissionId === null) redirect(routes.upload('mappings'));
    const { sizeBytes } = await getSubmission(actor, submissionId);
    if (sizeBytes <= INLINE_BYTES) await settleSubmission(SYSTEM_ACTOR, submissionId);
    redirect(routes.submission(submissionId));
  },
  { attempt: 'intake.map', subject },
);
