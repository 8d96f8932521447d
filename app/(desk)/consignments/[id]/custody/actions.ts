'use server';
import { defineAction } from '@/app/_server/define-action';
import { moveExhibit } from '@/db/commands/clearance/move-exhibit';
import { recordExhibit } from '@/db/commands/clearance/record-exhibit';
import { MOVE_EXHIBIT_INPUT, RECORD_EXHIBIT_INPUT } from '@/lib/clearance/inputs';

/** Takes a thing into custody. */
export const recordExhibitAction = defineAction(
  RECORD_EXHIBIT_INPUT,
  async (actor, input) => {
    await recordExhibit(actor, input);
  },
  { attempt: 'clearance.seize', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);

/** Hands an exhibit on. */
export const moveExhibitAction = defineAction(
  MOVE_EXHIBIT_INPUT,
  async (actor, input) => {
    await moveExhibit(actor, input);
  },
  { attempt: 'clearance.seize', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);
