import 'server-only';
import { eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { csvLayouts, submissions } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Delimiter } from '@/lib/intake/layout';
import { problemsCsv, type RefusedRow } from '@/lib/intake/problems-csv';
import { getSubmission, listQuarantined } from './get-submission';

const RECORDS_PER_PAGE = 500;

/** The refused rows of a submission as a CSV file to mend and send again, in pieces of text. @throws NotFoundError */
export async function exportProblems(actor: Actor, submissionId: string): Promise<AsyncGenerator<string>> {
  authorise(actor, 'intake.read');
  await getSubmission(actor, submissionId);
  const [row] = await db()
    .select({ header: submissions.header, format: submissions.format, layout: csvLayouts.layout })
    .from(submissions)
    .leftJoin(csvLayouts, eq(csvLayouts.id, submissions.layoutId))
    .where(eq(submissions.id, submissionId));
  return linesOf(actor, submissionId, row?.format === 'csv' ? row.header : null, row?.layout?.delimiter);
}

async function* linesOf(
  actor: Actor,
  submissionId: string,
  header: string | null,
  delimiter?: Delimiter,
): AsyncGenerator<string> {
  let after = 0;
  let isFirst = true;
  for (;;) {
    const page = await listQuarantined(actor, submissionId, after, RECORDS_PER_PAGE);
    const rows: RefusedRow[] = page.flatMap((record) =>
      record.rows.map(({ line, raw }) => ({ line, raw, problems: record.problems })),
    );
    let isHeader = true;
    for (const line of problemsCsv(header, rows, delimiter)) {
      // Every page brings the header again; the file needs it once.
      if (isFirst || !isHeader) yield line;
      isHeader = false;
    }
    isFirst = false;
    const last = page.at(-1);
    if (!last || page.length < RECORDS_PER_PAGE) return;
    after = last.recordNumber;
  }
}
