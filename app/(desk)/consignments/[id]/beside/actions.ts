'use server';
import { defineAction } from '@/app/_server/define-action';
import { commentConsignment } from '@/db/commands/clearance/comment-consignment';
import { reassignClaim } from '@/db/commands/clearance/reassign-claim';
import { COMMENT_INPUT, REASSIGN_INPUT } from '@/lib/clearance/inputs';

/** Adds words for colleagues to the timeline. */
export const commentAction = defineAction(
  COMMENT_INPUT,
  async (actor, input) => ({ data: await commentConsignment(actor, input) }),
  {
    attempt: 'clearance.comment',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);

/** Gives the consignment to another officer; to the queue where nobody is named. */
export const assignAction = defineAction(
  REASSIGN_INPUT.extend({ toUserId: REASSIGN_INPUT.shape.toUserId.default(null) }),
  async (actor, input) => ({ data: await reassignClaim(actor, input) }),
  {
    attempt: 'clearance.reassign',
    subject: (input) => ({ type: 'consignment', id: input.consignmentId }),
    refresh: true,
  },
);
