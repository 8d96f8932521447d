import type { Problem } from '@/lib/kernel/problem';
import { assembleRecord } from './assemble-record';
import { inFileTerms } from './file-terms';
import type { JudgeContext } from './judgement';
import type { Layout } from './layout';
import { locateProblems } from './locate-problems';
import { fault } from './problem-codes';
import { readRows } from './read-rows';
import { replayBody } from './replay-body';
import { type IntakeFormat, type ReadOptions, type StagedRow, SubmissionRefusedError } from './staged-row';
import { validateRecord } from './validate-record';

export type CheckedRecord =
  | {
      readonly ok: true;
      /** Null for a message that amends or cancels: the intake looks up what it names. */
      readonly reference: string | null;
      /** How it names the consignment it lodges, amends or cancels. */
      readonly names: { readonly mrn?: string | undefined; readonly reference?: string | undefined };
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads and judges the text of one record as the intake would, and changes nothing. Lines count from the first of the text. Of a
 * message that amends or cancels only its form can be judged here; what it names, the intake looks up.
 */
export async function checkRecord(
  sent: { readonly format: IntakeFormat; readonly header: string | null; readonly text: string },
  context: JudgeContext,
  options: ReadOptions = {},
): Promise<CheckedRecord> {
  const { format, body } = replayBody(sent.format, sent.header, [sent.text]);
  // The header of a CSV body, the root of an XML one stands before the text.
  const before = sent.header === null || format === 'json' ? 0 : (sent.header ?? '').split('\n').length;
  const relative = (problem: Problem): Problem =>
    problem.line === undefined ? problem : { ...problem, line: Math.max(1, problem.line - before) };
  const checked = await judge(format, body, context, options);
  return checked.ok
    ? { ...checked, warnings: checked.warnings.map(relative) }
    : { ...checked, problems: checked.problems.map(relative) };
}

async function judge(
  format: IntakeFormat,
  body: string,
  context: JudgeContext,
  options: ReadOptions,
): Promise<CheckedRecord> {
  const rows: StagedRow[] = [];
  let layout: Layout | null = null;
  const onLayout = (fingerprint: string) => {
    layout = options.layouts?.get(fingerprint) ?? null;
  };
  try {
    for await (const row of readRows(format, once(body), { ...options, onLayout })) rows.push(row);
  } catch (error) {
    if (error instanceof SubmissionRefusedError) return { ok: false, problems: error.problems };
    throw error;
  }
  const references = new Set(rows.map((row) => row.reference));
  if (rows.length > 1 && (format !== 'csv' || references.size > 1)) {
    return { ok: false, problems: [fault('several_records', 'reference', { params: { found: rows.length } })] };
  }
  const assembled = assembleRecord(rows);
  if (!assembled.ok) return { ...assembled, problems: inFileTerms(assembled.problems, rows, layout) };
  if (assembled.act) {
    const { mrn, reference } = assembled.act;
    return { ok: true, reference: null, names: { mrn, reference }, warnings: [] };
  }
  const judged = validateRecord(assembled.sent, context);
  const located = (problems: readonly Problem[]) => inFileTerms(locateProblems(problems, rows), rows, layout);
  if (!judged.ok) return { ...judged, problems: located(judged.problems) };
  const { reference } = judged.record;
  return { ok: true, reference, names: { reference }, warnings: located(judged.warnings) };
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
