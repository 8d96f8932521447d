import type { z } from 'zod';
import { fileOf } from '@/app/_server/attachment-file';
import { defineRoute } from '@/app/_server/define-route';
import { sentFileName } from '@/app/_server/sent-file-name';
import { attachFile } from '@/db/commands/consignment/attach-file';
import type { ATTACH_INPUT } from '@/lib/attachments/inputs';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

/** Keeps a file with a consignment of the officer's offices: its bytes are the body, what it is stands in the address. */
export const POST = defineRoute<{ id: string }>('consignment.attach', async ({ actor, request, params }) => {
  if (!isUuid(params.id)) throw new NotFoundError('consignment');
  const facts = Object.fromEntries(request.nextUrl.searchParams);
  const input = { ...facts, consignmentId: params.id, fileName: sentFileName(request.headers) };
  const attached = await attachFile(actor, input as z.input<typeof ATTACH_INPUT>, fileOf(request));
  return Response.json(attached, { status: attached.isNew ? 201 : 200 });
});
