import { defineRoute } from '@/app/_server/define-route';
import { fetchFile } from '@/db/commands/cooperation/fetch-file';

/** The signed file of a package of ours, byte for byte; every time it leaves its audit row. */
export const GET = defineRoute('cooperation.fetch', async ({ actor, params }) => {
  const { file, name } = await fetchFile(actor, params.id ?? '');
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
    },
  });
});
