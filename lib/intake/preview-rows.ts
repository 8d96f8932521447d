import type { SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import { assembleRecord } from './assemble-record';
import { readCsv } from './csv';
import { inFileTerms } from './file-terms';
import type { JudgeContext } from './judgement';
import type { Layout } from './layout';
import { layoutFingerprint } from './layout-fingerprint';
import { locateProblems } from './locate-problems';
import { type ReadOptions, type StagedRow, SubmissionRefusedError } from './staged-row';
import { validateRecord } from './validate-record';

/** A record as it would be read by a layout; `sent` is what of it can be read, null where its rows do not fit together. */
export type PreviewRecord = {
  readonly line: number;
  readonly reference: string | null;
  readonly sent: SentRecord | null;
  readonly isTaken: boolean;
  readonly problems: readonly Problem[];
};
export type Preview = {
  readonly records: readonly PreviewRecord[];
  /** Faults of the file as a whole, met while reading this far. */
  readonly fileProblems: readonly Problem[];
};

/** Rows looked at: those of a record may stand apart in a file. */
const ROWS_MAX = 500;

/** The first records of a file as a layout would read them, judged as the intake would; nothing is kept. */
export async function previewRecords(
  bytes: AsyncIterable<Uint8Array>,
  layout: Layout,
  context: JudgeContext,
  options: ReadOptions,
  most: number,
): Promise<Preview> {
  const records = new Map<string, StagedRow[]>();
  let fileProblems: readonly Problem[] = [];
  let rows = 0;
  const layouts = new Map([[layoutFingerprint(layout.delimiter, layout.header), layout]]);
  try {
    for await (const row of readCsv(bytes, { ...options, layouts })) {
      const key = row.reference ?? `line ${row.line}`;
      const record = records.get(key);
      if (record) record.push(row);
      else if (records.size < most) records.set(key, [row]);
      rows += 1;
      if (rows >= ROWS_MAX) break;
    }
  } catch (error) {
    if (!(error instanceof SubmissionRefusedError)) throw error;
    fileProblems = error.problems;
  }
  return { records: [...records.values()].map((record) => judge(record, layout, context)), fileProblems };
}

function judge(rows: readonly StagedRow[], layout: Layout, context: JudgeContext): PreviewRecord {
  const assembled = assembleRecord(rows);
  const about = { line: rows[0]?.line ?? 1, reference: rows[0]?.reference ?? null };
  if (!assembled.ok) {
    const problems = inFileTerms(assembled.problems, rows, layout);
    return { ...about, sent: readableOf(rows), isTaken: false, problems };
  }
  const judged = validateRecord(assembled.sent, context);
  const found = judged.ok ? judged.warnings : judged.problems;
  const problems = inFileTerms(locateProblems(found, rows), rows, layout);
  return { ...about, sent: assembled.sent, isTaken: judged.ok, problems };
}

/** What can be read of a record beside the values that cannot. */
function readableOf(rows: readonly StagedRow[]): SentRecord | null {
  const rest = assembleRecord(rows.map((row) => ({ ...row, problems: [] })));
  return rest.ok ? rest.sent : null;
}
