'use server';
import { defineAction } from '@/app/_server/define-action';
import { revealAttachment } from '@/db/commands/consignment/reveal-attachment';
import { REVEAL_ATTACHMENT_INPUT } from '@/lib/clearance/inputs';

/** Opens a paper for a stated reason. */
export const revealAttachmentAction = defineAction(
  REVEAL_ATTACHMENT_INPUT,
  async (actor, input) => ({ data: await revealAttachment(actor, input) }),
  {
    attempt: 'consignment.reveal',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
  },
);
