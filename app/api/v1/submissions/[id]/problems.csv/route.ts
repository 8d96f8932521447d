import { Readable } from 'node:stream';
import { defineCall } from '@/app/_server/define-call';
import { recordProblemsExport } from '@/db/commands/intake/record-problems-export';
import { exportProblems } from '@/db/queries/intake/export-problems';
import { getSandboxOutcome } from '@/db/queries/sandbox/sandbox-answers';
import { READ_PROBLEMS } from '@/lib/api/calls';

const headersOf = (submissionId: string) => ({
  'content-disposition': `attachment; filename="problems-${submissionId}.csv"`,
});

/** The refused rows as sent, with the problem columns before them: mend and send again. Every export is noted. */
export const GET = defineCall(
  READ_PROBLEMS,
  async ({ actor, params, text }) => {
    const lines = await exportProblems(actor, params.id);
    await recordProblemsExport(actor, params.id);
    const body = Readable.toWeb(Readable.from(encoded(lines))) as ReadableStream<Uint8Array>;
    return text(200, 'text/csv', body, headersOf(params.id));
  },
  async ({ actor, params, text }) => {
    const { problemsCsv } = await getSandboxOutcome(actor, params.id);
    return text(200, 'text/csv', problemsCsv, headersOf(params.id));
  },
);

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
}
