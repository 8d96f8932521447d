'use server';
import { defineAction } from '@/app/_server/define-action';
import { answerHold } from '@/db/commands/agency/answer-hold';
import { revealToAgency } from '@/db/commands/agency/reveal-to-agency';
import { revealAttachment } from '@/db/commands/consignment/reveal-attachment';
import { AGENCY_REVEAL_ATTACHMENT_INPUT, AGENCY_REVEAL_INPUT, ANSWER_HOLD_INPUT } from '@/lib/clearance/inputs';

/** Enters what the agency says. */
export const answerHoldAction = defineAction(
  ANSWER_HOLD_INPUT,
  async (actor, input) => {
    await answerHold(actor, input);
  },
  { attempt: 'agency.answer', subject: (input) => ({ type: 'consignment', id: input.consignmentId }), refresh: true },
);

/** Shows the persons to one person of the agency for a stated reason. */
export const revealToAgencyAction = defineAction(
  AGENCY_REVEAL_INPUT,
  async (actor, input) => ({ data: await revealToAgency(actor, input) }),
  { attempt: 'agency.reveal', subject: (input) => ({ type: 'consignment', id: input.consignmentId }) },
);

/** Opens a paper to one person of the agency for a stated reason. */
export const openPaperAction = defineAction(
  AGENCY_REVEAL_ATTACHMENT_INPUT,
  async (actor, input) => ({ data: await revealAttachment(actor, input) }),
  {
    attempt: 'consignment.reveal_attachment',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
  },
);
