'use server';
import { defineAction } from '@/app/_server/define-action';
import { setCapacity } from '@/db/commands/capacity/set-capacity';
import { limitTogether } from '@/db/commands/clearance/limit-together';
import { SET_CAPACITY_INPUT } from '@/lib/capacity/inputs';
import { LIMIT_TOGETHER_INPUT } from '@/lib/clearance/inputs';

/** Sets the slots of an office and moves what that changes. */
export const setCapacityAction = defineAction(
  SET_CAPACITY_INPUT,
  async (actor, input) => {
    await setCapacity(actor, input);
  },
  {
    attempt: 'capacity.set',
    subject: ({ officeId }) => ({ type: 'office', id: officeId }),
    refresh: true,
  },
);

/** Sets what an office lets leave together. */
export const limitTogetherAction = defineAction(
  LIMIT_TOGETHER_INPUT,
  async (actor, input) => {
    await limitTogether(actor, input);
  },
  {
    attempt: 'clearance.limit_together',
    subject: ({ officeId }) => ({ type: 'office', id: officeId }),
    refresh: true,
  },
);
