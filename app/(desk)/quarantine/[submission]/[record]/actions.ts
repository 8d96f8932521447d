'use server';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { discardRecord } from '@/db/commands/intake/discard-record';
import { checkMended, mendRecord } from '@/db/commands/intake/mend-record';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import type { CheckedRecord } from '@/lib/intake/check-record';
import { explainProblem } from '@/lib/intake/explain-problem';
import { DISCARD_INPUT, MEND_INPUT } from '@/lib/intake/mend-inputs';
import type { Problem } from '@/lib/kernel/problem';

const subject = ({ submissionId }: { submissionId: string }) => ({ type: 'submission' as const, id: submissionId });

const isError = ({ severity }: Problem) => severity === 'error';
const sentencesOf = (checked: CheckedRecord) => ({
  passes: checked.ok,
  sentences: [
    ...new Set(
      (checked.ok ? checked.warnings : checked.problems.filter(isError)).map((problem) => explainProblem(problem)),
    ),
  ],
});

/** Says what is still wrong with the text; changes nothing. */
export const checkAction = defineAction(
  MEND_INPUT,
  async (actor, input) => {
    const checked = await checkMended(actor, input);
    return { data: sentencesOf(checked) };
  },
  { attempt: 'intake.mend', subject },
);

/** Sends the mended record again and shows what became of it; where it does not pass, says what is wrong. */
export const mendAction = defineAction(
  MEND_INPUT,
  async (actor, input) => {
    const checked = await checkMended(actor, input);
    if (!checked.ok) return { data: sentencesOf(checked) };
    const { submissionId } = await mendRecord(actor, input);
    await settleSubmission(SYSTEM_ACTOR, submissionId);
    redirect(routes.submission(submissionId));
  },
  { attempt: 'intake.mend', subject },
);

/** Sets the record aside. */
export const discardAction = defineAction(
  DISCARD_INPUT,
  async (actor, input) => {
    await discardRecord(actor, input);
  },
  { attempt: 'intake.mend', subject },
);
