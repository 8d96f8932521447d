'use server';
import { defineAction } from '@/app/_server/define-action';
import { eraseAttachment } from '@/db/commands/consignment/erase-attachment';
import { revealAttachment } from '@/db/commands/consignment/reveal-attachment';
import { ERASE_ATTACHMENT_INPUT } from '@/lib/attachments/inputs';
import { REVEAL_ATTACHMENT_INPUT } from '@/lib/clearance/inputs';

/** Opens a paper for a stated reason. */
export const revealAttachmentAction = defineAction(
  REVEAL_ATTACHMENT_INPUT,
  async (actor, input) => ({ data: await revealAttachment(actor, input) }),
  {
    attempt: 'consignment.reveal_attachment',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
  },
);

/** Takes a file away for good. */
export const eraseAttachmentAction = defineAction(
  ERASE_ATTACHMENT_INPUT,
  async (actor, input) => void (await eraseAttachment(actor, input)),
  {
    attempt: 'consignment.erase_attachment',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);
