'use server';
import { defineAction } from '@/app/_server/define-action';
import { addAction } from '@/db/commands/partnership/add-action';
import { changeAction } from '@/db/commands/partnership/change-action';
import { ADD_ACTION_INPUT, CHANGE_ACTION_INPUT } from '@/lib/partnership/inputs';

/** Adds an action to the plan. */
export const addPlannedAction = defineAction(
  ADD_ACTION_INPUT,
  async (actor, input) => {
    await addAction(actor, input);
  },
  { attempt: 'resolution.plan', refresh: true },
);

/** Changes an action of the plan. */
export const changePlannedAction = defineAction(
  CHANGE_ACTION_INPUT,
  async (actor, input) => {
    await changeAction(actor, input);
  },
  { attempt: 'resolution.plan', subject: ({ actionId }) => ({ type: 'resolution', id: actionId }), refresh: true },
);
