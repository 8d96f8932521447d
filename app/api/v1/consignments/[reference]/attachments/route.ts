import { fileOf } from '@/app/_server/attachment-file';
import { defineCall } from '@/app/_server/define-call';
import { sentFileName } from '@/app/_server/sent-file-name';
import { attachFile } from '@/db/commands/consignment/attach-file';
import { ATTACH } from '@/lib/api/calls';
import { NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';

/** Keeps a file with one of the partner's consignments. */
export const POST = defineCall(ATTACH, async ({ actor, request, params, query, answer }) => {
  if (!actor.partnerId) throw new NotFoundError('consignment');
  const consignmentId = consignmentIdOf(actor.partnerId, params.reference);
  const input = { ...query, consignmentId, fileName: sentFileName(request.headers) };
  const attached = await attachFile(actor, input, fileOf(request));
  return answer(attached.isNew ? 201 : 200, attached);
});
