'use server';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { discardRecord } from '@/db/commands/intake/discard-record';
import { checkMended, mendRecord } from '@/db/commands/intake/mend-record';
import { recordSentLook } from '@/db/commands/intake/record-sent-look';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { getRefusedRecord, type RefusedRecord } from '@/db/queries/intake/list-quarantine';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import type { CheckedRecord } from '@/lib/intake/check-record';
import { DISCARD_INPUT, MEND_ENTRY, type MEND_INPUT } from '@/lib/intake/mend-inputs';
import { type ToldProblem, toldProblems } from '@/lib/intake/mend-view';
import { fieldsOfText } from '@/lib/intake/record-fields';
import { textOf } from '@/lib/intake/replay-body';

type Entry = z.output<typeof MEND_ENTRY>;
type Mended = { readonly record: RefusedRecord; readonly input: z.output<typeof MEND_INPUT> };
/** What the intake says of a record as mended: its problems, or the remarks it passes with. */
type Checked = { readonly passes: boolean; readonly problems: readonly ToldProblem[] };

const subject = ({ submissionId }: { submissionId: string }) => ({ type: 'submission' as const, id: submissionId });

/** The record with its text as mended, whichever way a person mended it; whoever asks sees it as it was sent, so the look is noted. */
async function mendedText(actor: Actor, entry: Entry): Promise<Mended> {
  const { submissionId, recordNumber } = entry;
  const record = await getRefusedRecord(actor, submissionId, recordNumber);
  await recordSentLook(actor, submissionId);
  const asSent = textOf(record.rows);
  if ('text' in entry) return { record, input: { submissionId, recordNumber, text: entry.text } };
  const found = fieldsOfText({ ...record, text: asSent }, record.problems);
  const text = found?.write(new Map(Object.entries(entry.fields))) ?? asSent;
  return { record, input: { submissionId, recordNumber, text } };
}

function tell({ record, input }: Mended, checked: CheckedRecord): Checked {
  const problems = checked.ok ? checked.warnings : checked.problems.filter(({ severity }) => severity === 'error');
  return { passes: checked.ok, problems: toldProblems({ ...record, text: input.text, problems }) };
}

/** Says what is still wrong with the record as mended; changes nothing. */
export const checkAction = defineAction(
  MEND_ENTRY,
  async (actor, entry) => {
    const mended = await mendedText(actor, entry);
    return { data: tell(mended, await checkMended(actor, mended.input)) };
  },
  { attempt: 'intake.mend', subject },
);

/** Sends the mended record again and shows what became of it; where it does not pass, says what is wrong. */
export const mendAction = defineAction(
  MEND_ENTRY,
  async (actor, entry) => {
    const mended = await mendedText(actor, entry);
    const checked = await checkMended(actor, mended.input);
    if (!checked.ok) return { data: tell(mended, checked) };
    const { submissionId } = await mendRecord(actor, mended.input);
    await settleSubmission(SYSTEM_ACTOR, submissionId);
    redirect(routes.submission(submissionId, { quarantine: entry.rule }));
  },
  { attempt: 'intake.mend', subject },
);

/** The text that the values of the fields make, to go on with it as text; changes nothing. */
export const textAction = defineAction(
  MEND_ENTRY,
  async (actor, entry) => {
    const { input } = await mendedText(actor, entry);
    return { data: { text: input.text } };
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
