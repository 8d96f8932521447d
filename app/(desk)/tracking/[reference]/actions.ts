'use server';
import { defineAction } from '@/app/_server/define-action';
import { answerReferral } from '@/db/commands/clearance/answer-referral';
import { ANSWER_INPUT } from '@/lib/clearance/inputs';

/** Enters the partner's answer to a question of customs. */
export const answerAction = defineAction(
  ANSWER_INPUT,
  async (actor, input) => {
    await answerReferral(actor, input);
  },
  {
    attempt: 'clearance.answer',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);
