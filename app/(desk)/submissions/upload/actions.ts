'use server';
import { defineAction } from '@/app/_server/define-action';
import { retireLayout } from '@/db/commands/intake/retire-layout';
import { RETIRE_LAYOUT_INPUT } from '@/lib/intake/layout-input';

/** Uses a saved mapping no more. */
export const retireLayoutAction = defineAction(
  RETIRE_LAYOUT_INPUT,
  async (actor, input) => {
    await retireLayout(actor, input);
  },
  { attempt: 'intake.map', subject: ({ layoutId }) => ({ type: 'layout', id: layoutId }), refresh: true },
);
