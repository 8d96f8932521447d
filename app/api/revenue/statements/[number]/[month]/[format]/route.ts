import { defineRoute } from '@/app/_server/define-route';
import { statementPdf } from '@/app/_server/statement-pdf';
import { statementWords } from '@/app/_server/statement-words';
import { recordStatementExport } from '@/db/commands/collection/record-statement-export';
import { getStatement, type StatementView } from '@/db/queries/collection/get-statement';
import { listPostings, type PostingCursor } from '@/db/queries/collection/list-postings';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { parseMonth } from '@/lib/collection/month';
import { postingCells, STATEMENT_COLUMNS, sumCells } from '@/lib/collection/statement-csv';
import type { Actor } from '@/lib/identity/actor';
import { csvLine } from '@/lib/kernel/csv';
import { NotFoundError } from '@/lib/kernel/errors';

const ROWS_PER_PAGE = 2_000;

/** The statement of a month as a file: the lines and sums as PDF, or the sums and every posting behind them as CSV. */
export const GET = defineRoute<{ number: string; month: string; format: string }>(
  'revenue.read',
  async ({ actor, params }) => {
    const { number, format } = params;
    const month = parseMonth(params.month);
    if (month === null || (format !== 'csv' && format !== 'pdf')) throw new NotFoundError('statement');
    const [statement, { minorDigits }] = await Promise.all([getStatement(actor, number, month), getCurrency()]);
    const at = new Date();
    await recordStatementExport(actor, { number, month, format }, at);
    const headers = {
      'content-disposition': `attachment; filename="luxor-statement-${number}-${month}.${format}"`,
      'x-content-type-options': 'nosniff',
    };
    if (format === 'pdf') {
      const bytes = await statementPdf(await statementWords(statement, minorDigits, at));
      return new Response(Buffer.from(bytes), { headers: { ...headers, 'content-type': 'application/pdf' } });
    }
    return new Response(streamOf(linesOf(actor, statement, number, minorDigits)), {
      headers: { ...headers, 'content-type': 'text/csv; charset=utf-8; header=present' },
    });
  },
);

async function* linesOf(
  actor: Actor,
  statement: StatementView,
  number: string,
  minorDigits: number,
): AsyncGenerator<string> {
  const { account, month } = statement;
  const sums = { ...statement, currency: account.currency };
  yield csvLine(STATEMENT_COLUMNS);
  yield csvLine(sumCells('opening', sums, minorDigits));
  let after: PostingCursor | null = null;
  for (;;) {
    const page = await listPostings(actor, number, month, { after, rows: ROWS_PER_PAGE });
    for (const posting of page) yield csvLine(postingCells(posting, minorDigits));
    after = page.at(-1) ?? null;
    if (page.length < ROWS_PER_PAGE) break;
  }
  yield csvLine(sumCells('total', sums, minorDigits));
  yield csvLine(sumCells('closing', sums, minorDigits));
}

/** Hands out lines as they are read; a reader who goes away ends the reading. */
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
