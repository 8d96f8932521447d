'use server';
import { defineAction } from '@/app/_server/define-action';
import { setCapacity } from '@/db/commands/capacity/set-capacity';
import { SET_CAPACITY_INPUT } from '@/lib/capacity/inputs';

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
