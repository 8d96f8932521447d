import type { SentRecord } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import { isItmattItem, sentFromItmatt } from './itmatt';
import { sentFromJson } from './json-record';
import type { JsonFlaw } from './json-scan';
import { MAX_COLUMNS, MAX_JSON_DEPTH, MAX_ROWS, MAX_UNREADABLE_ROWS } from './limits';
import { fault, type ProblemCode, warning } from './problem-codes';
import { type ReadOptions, type StagedRow, SubmissionRefusedError, unreadableRow } from './staged-row';

/** Reports each unknown name once; names of items are folded to `items.name`. */
export class UnknownNames {
  private readonly seen = new Set<string>();
  constructor(private readonly onNotice: ReadOptions['onNotice']) {}

  report(sent: SentRecord, line: number): void {
    if (!this.onNotice || !sent.unknown) return;
    for (const pointer of Object.keys(sent.unknown)) {
      const name = pointer.replaceAll(/\.\d+(?=[.@])/g, '').replaceAll(/\[\d+\]/g, '');
      if (this.seen.has(name) || this.seen.size >= MAX_COLUMNS) continue;
      this.seen.add(name);
      this.onNotice(warning('column_unknown', name, { line, value: name }));
    }
  }
}

function referenceOf(sent: SentRecord): string | null {
  return sent.reference ?? null;
}

/** A parsed JSON value as a staged row, by the adapter that its shape asks for. */
export function jsonRow(
  value: unknown,
  raw: string,
  line: number,
  options: ReadOptions,
  unknown: UnknownNames,
): StagedRow {
  const { sent, problems } = isItmattItem(value) ? sentFromItmatt(value, line, options) : sentFromJson(value, line);
  const row = { line, reference: referenceOf(sent), raw };
  if (problems.length > 0) return unreadableRow(row, problems);
  if (!isItmattItem(value)) unknown.report(sent, line);
  return { ...row, content: JSON.stringify(sent), problems };
}

/** A row with nothing but its faults. */
export function brokenRow(raw: string, line: number, problem: Problem): StagedRow {
  return unreadableRow({ line, reference: null, raw }, [problem]);
}

/** The problem of a flaw inside one record. */
export function rowFlaw(flaw: JsonFlaw, line: number): Problem {
  if (flaw.kind === 'depth') return fault('row_json_depth', '', { line, params: { limit: MAX_JSON_DEPTH } });
  const code = flaw.kind === 'duplicate_key' ? 'row_json_duplicate_key' : 'row_json_key_refused';
  return fault(code, flaw.key, { line, value: flaw.key });
}

/** How many rows of a file came, and how many of them could not be read. */
export class RowLimits {
  rows = 0;
  private unreadable = 0;

  /** @throws SubmissionRefusedError where a row is one too many. */
  count({ line, problems }: StagedRow): void {
    this.rows += 1;
    if (problems.length > 0) this.unreadable += 1;
    const refuse = (code: ProblemCode, limit: number): never => {
      throw new SubmissionRefusedError([fault(code, '', { line, params: { limit } })]);
    };
    if (this.rows > MAX_ROWS) refuse('file_too_many_rows', MAX_ROWS);
    if (this.unreadable > MAX_UNREADABLE_ROWS) refuse('file_too_many_unreadable_rows', MAX_UNREADABLE_ROWS);
  }
}
