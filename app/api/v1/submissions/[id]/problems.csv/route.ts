import { Readable } from 'node:stream';
import { defineRoute } from '@/app/_server/define-route';
import { recordProblemsExport } from '@/db/commands/intake/record-problems-export';
import { exportProblems } from '@/db/queries/intake/export-problems';

/** The refused rows as sent, with the problem columns before them: mend and send again. Every export is noted. */
export const GET = defineRoute<{ id: string }>('intake.read', async ({ actor, params }) => {
  const lines = await exportProblems(actor, params.id);
  await recordProblemsExport(actor, params.id);
  return new Response(Readable.toWeb(Readable.from(encoded(lines))) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="problems-${params.id}.csv"`,
      'cache-control': 'no-store',
    },
  });
});

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
}
