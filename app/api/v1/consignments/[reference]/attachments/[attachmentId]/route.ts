import { attachmentHeaders, bodyOf } from '@/app/_server/attachment-file';
import { defineCall } from '@/app/_server/define-call';
import { openAttachment } from '@/db/commands/consignment/open-attachment';
import { READ_ATTACHMENT } from '@/lib/api/calls';
import { NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf, isUuid } from '@/lib/kernel/ids';

/** A file of the partner, as it sent it. */
export const GET = defineCall(READ_ATTACHMENT, async ({ actor, params, bytes }) => {
  if (!actor.partnerId || !isUuid(params.attachmentId)) throw new NotFoundError('attachment');
  const consignmentId = consignmentIdOf(actor.partnerId, params.reference);
  const opened = await openAttachment(actor, { consignmentId, attachmentId: params.attachmentId });
  return bytes(200, opened.mediaType, bodyOf(opened), attachmentHeaders(opened));
});
