'use server';
import { defineAction } from '@/app/_server/define-action';
import { endMemorandum } from '@/db/commands/partnership/end-memorandum';
import { enterMemorandum } from '@/db/commands/partnership/enter-memorandum';
import { END_MEMORANDUM_INPUT, ENTER_MEMORANDUM_INPUT } from '@/lib/partnership/inputs';

/** Enters a memorandum. */
export const enterMemorandumAction = defineAction(
  ENTER_MEMORANDUM_INPUT,
  async (actor, input) => {
    await enterMemorandum(actor, input);
  },
  { attempt: 'memorandum.write', refresh: true },
);

/** Ends a memorandum. */
export const endMemorandumAction = defineAction(
  END_MEMORANDUM_INPUT,
  async (actor, input) => {
    await endMemorandum(actor, input);
  },
  {
    attempt: 'memorandum.write',
    subject: ({ memorandumId }) => ({ type: 'memorandum', id: memorandumId }),
    refresh: true,
  },
);
