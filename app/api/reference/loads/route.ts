import { defineRoute } from '@/app/_server/define-route';
import { problemResponse } from '@/app/_server/problem-response';
import { sentFileName } from '@/app/_server/sent-file-name';
import { previewLoad } from '@/db/commands/reference/preview-load';
import { dayOf } from '@/lib/kernel/dates';
import { InvalidInputError } from '@/lib/kernel/errors';
import { editionOfFile } from '@/lib/reference/inputs';
import { isReferenceKind } from '@/lib/reference/kinds';

/** Takes a file of reference data, looks at it and answers with the finding; nothing that decides is written. */
export const POST = defineRoute('policy.load', async ({ actor, request }) => {
  if (request.headers.has('content-encoding')) return problemResponse(415, 'content_encoding_unsupported');
  if (!request.body) return problemResponse(400, 'body_missing');
  const query = new URL(request.url).searchParams;
  const kind = query.get('kind') ?? '';
  if (!isReferenceKind(kind))
    throw new InvalidInputError([{ code: 'unknown_kind', severity: 'error', pointer: 'kind' }]);
  const series = query.get('series') || null;
  const fileName = sentFileName(request.headers) ?? kind;
  const announced = request.headers.get('content-length');
  const { loadId, status } = await previewLoad(
    actor,
    {
      kind,
      fileName,
      series,
      edition: query.get('edition') || editionOfFile(fileName, series),
      validFrom: query.get('validFrom') || dayOf(new Date()),
    },
    {
      body: request.body as unknown as AsyncIterable<Uint8Array>,
      announcedBytes: announced === null ? null : Number(announced),
    },
  );
  return Response.json({ loadId, status });
});
