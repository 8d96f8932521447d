import { defineRoute } from '@/app/_server/define-route';
import { problemResponse } from '@/app/_server/problem-response';
import { sentFileName } from '@/app/_server/sent-file-name';
import { readText } from '@/app/_server/read-text';
import { readBankFile } from '@/db/commands/collection/read-bank-file';

/** Takes a bank statement file and answers with what was booked of it and what waits. */
export const POST = defineRoute('revenue.collect', async ({ actor, request }) => {
  const text = await readText(request);
  if (text === null) return problemResponse(413, 'body_too_large');
  return Response.json(await readBankFile(actor, { name: sentFileName(request.headers) ?? 'bank.csv', text }));
});
