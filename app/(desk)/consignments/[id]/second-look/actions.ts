'use server';
import { defineAction } from '@/app/_server/define-action';
import { answerSecondLook } from '@/db/commands/second-look/answer-second-look';
import { ANSWER_LOOK_INPUT } from '@/lib/clearance/inputs';

/** Says what one would have done; the page then shows what was done. */
export const answerLookAction = defineAction(
  ANSWER_LOOK_INPUT,
  async (actor, input) => void (await answerSecondLook(actor, input)),
  {
    attempt: 'clearance.second_look',
    subject: ({ consignmentId }) => ({ type: 'consignment', id: consignmentId }),
    refresh: true,
  },
);
