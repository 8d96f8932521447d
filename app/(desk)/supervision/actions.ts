'use server';
import { defineAction } from '@/app/_server/define-action';
import { reassignClaim } from '@/db/commands/clearance/reassign-claim';
import { REASSIGN_INPUT } from '@/lib/clearance/inputs';

/** Gives a claimed consignment to another officer, or back to the queue. */
export const reassignAction = defineAction(
  REASSIGN_INPUT,
  async (actor, input) => {
    await reassignClaim(actor, input);
  },
  {
    attempt: 'clearance.reassign',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);
