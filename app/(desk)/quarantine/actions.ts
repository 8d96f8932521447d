'use server';
import { defineAction } from '@/app/_server/define-action';
import { replayWaiting } from '@/db/commands/intake/replay-waiting';
import { REPLAY_WAITING_INPUT } from '@/lib/intake/mend-inputs';

/** Sends again what waits and passes now, of one rule or of any. */
export const replayWaitingAction = defineAction(
  REPLAY_WAITING_INPUT,
  async (actor, input) => ({ data: await replayWaiting(actor, input) }),
  { attempt: 'intake.mend', refresh: true },
);
