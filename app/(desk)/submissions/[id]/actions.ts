'use server';
import { defineAction } from '@/app/_server/define-action';
import { replayQuarantine } from '@/db/commands/intake/replay-quarantine';
import { settleSubmission } from '@/db/commands/intake/settle-submission';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { REPLAY_INPUT } from '@/lib/intake/mend-inputs';

/** Portions of one press; the rest waits for the next. */
const PORTIONS_MAX = 10;

/** Sends again every refused record of a submission that passes now, portion by portion. */
export const replayAction = defineAction(
  REPLAY_INPUT,
  async (actor, input) => {
    let replayed = 0;
    let left = 0;
    let after: number | null = 0;
    for (let portion = 0; portion < PORTIONS_MAX && after !== null; portion += 1) {
      const done = await replayQuarantine(actor, input, after);
      if (done.submissionId) await settleSubmission(SYSTEM_ACTOR, done.submissionId);
      replayed += done.replayed;
      left += done.stillRefused;
      after = done.goOnAfter;
    }
    return { data: { replayed, left } };
  },
  {
    attempt: 'intake.mend',
    subject: ({ submissionId }) => ({ type: 'submission', id: submissionId }),
    refresh: true,
  },
);
