import { Readable } from 'node:stream';
import { defineCall } from '@/app/_server/define-call';
import { downloadSent } from '@/db/commands/intake/download-sent';
import { READ_SENT } from '@/lib/api/calls';

/** The bytes as they were sent, never shown in the browser: whatever the sender put in, it is saved, not run. */
export const GET = defineCall(READ_SENT, async ({ actor, params, bytes }) => {
  const sent = await downloadSent(actor, params.id);
  const body = Readable.toWeb(Readable.from(sent.bytes)) as ReadableStream<Uint8Array>;
  return bytes(200, 'application/octet-stream', body, {
    'content-disposition': `attachment; filename="submission-${params.id}.${sent.format}"`,
  });
});
