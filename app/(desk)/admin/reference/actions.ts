'use server';
import { defineAction } from '@/app/_server/define-action';
import { confirmLoad } from '@/db/commands/reference/confirm-load';
import { discardLoad } from '@/db/commands/reference/discard-load';
import { CONFIRM_INPUT, DISCARD_INPUT } from '@/lib/reference/inputs';

/** Writes what a preview shows. */
export const confirmLoadAction = defineAction(
  CONFIRM_INPUT,
  async (actor, input) => {
    await confirmLoad(actor, input);
  },
  { attempt: 'policy.load', subject: ({ loadId }) => ({ type: 'policy', id: loadId }), refresh: true },
);

/** Throws a file away that was looked at. */
export const discardLoadAction = defineAction(
  DISCARD_INPUT,
  async (actor, input) => {
    await discardLoad(actor, input);
  },
  { attempt: 'policy.load', subject: ({ loadId }) => ({ type: 'policy', id: loadId }), refresh: true },
);
