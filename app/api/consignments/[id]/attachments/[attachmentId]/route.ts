import { attachmentHeaders, bodyOf } from '@/app/_server/attachment-file';
import { defineRoute } from '@/app/_server/define-route';
import { openAttachment } from '@/db/commands/consignment/open-attachment';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

/** The bytes of one attachment: a picture to be shown, anything else to be saved. */
export const GET = defineRoute<{ id: string; attachmentId: string }>(
  'consignment.open_attachment',
  async ({ actor, params: { id, attachmentId } }) => {
    if (!isUuid(id) || !isUuid(attachmentId)) throw new NotFoundError('attachment');
    const opened = await openAttachment(actor, { consignmentId: id, attachmentId });
    const headers = { ...attachmentHeaders(opened), 'content-type': contentType(opened.mediaType) };
    return new Response(bodyOf(opened), { headers });
  },
);

const contentType = (mediaType: string) => (mediaType === 'text/plain' ? `${mediaType}; charset=utf-8` : mediaType);
