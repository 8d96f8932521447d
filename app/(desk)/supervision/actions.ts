'use server';
import { defineAction } from '@/app/_server/define-action';
import { balanceWork } from '@/db/commands/clearance/balance-work';
import { reassignClaim } from '@/db/commands/clearance/reassign-claim';
import { BALANCE_INPUT } from '@/lib/clearance/balance';
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

/** Gives several consignments to other officers; answers what came of each. */
export const balanceAction = defineAction(
  BALANCE_INPUT,
  async (actor, input) => ({ data: await balanceWork(actor, input) }),
  { attempt: 'clearance.reassign', refresh: true },
);
