import { defineRoute } from '@/app/_server/define-route';
import { problemResponse } from '@/app/_server/problem-response';
import { readText } from '@/app/_server/read-text';
import { sentFileName } from '@/app/_server/sent-file-name';
import { readReturn } from '@/db/commands/collection/read-return';

/** Takes a return of vendors and answers with how many rows it has and how many changed what was declared. */
export const POST = defineRoute('revenue.collect', async ({ actor, request }) => {
  const text = await readText(request);
  if (text === null) return problemResponse(413, 'body_too_large');
  return Response.json(await readReturn(actor, { name: sentFileName(request.headers) ?? 'return.csv', text }));
});
