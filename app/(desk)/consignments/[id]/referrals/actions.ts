'use server';
import { defineAction } from '@/app/_server/define-action';
import { withdrawReferral } from '@/db/commands/clearance/withdraw-referral';
import { WITHDRAW_REFERRAL_INPUT } from '@/lib/clearance/inputs';

/** Takes a question to the partner back. */
export const withdrawReferralAction = defineAction(
  WITHDRAW_REFERRAL_INPUT,
  async (actor, input) => ({ data: await withdrawReferral(actor, input) }),
  {
    attempt: 'clearance.refer',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);
