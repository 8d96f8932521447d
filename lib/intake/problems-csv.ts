import type { Problem } from '@/lib/kernel/problem';
import { PROBLEM_COLUMNS } from './csv-header';
import { explainProblem, placeOf } from './explain-problem';
import type { Delimiter } from './layout';

/** A refused row as sent, with the problems of its record. */
export type RefusedRow = { readonly line: number; readonly raw: string; readonly problems: readonly Problem[] };

const FORMULA_START = /^[\s"']*[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]/;

/** A field for a spreadsheet: quoted, and with an apostrophe before what would run as a formula. */
function guarded(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function problemFields(problems: readonly Problem[], format: string, delimiter: Delimiter): string {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const told = errors.length > 0 ? errors : problems;
  return [
    told.map((problem) => problem.code).join('; '),
    told.map(pointerOf).join('; '),
    told.map((problem) => explainProblem(problem, format)).join(' '),
  ]
    .map(guarded)
    .join(delimiter);
}

/** A mapped column by the name it has in the file. */
function pointerOf(problem: Problem): string {
  return problem.params?.fileColumn === undefined ? problem.pointer : placeOf(problem, 'csv');
}

/** Problems to print beside a row: its own, and those of the record that name no row. */
function problemsOfRow(row: RefusedRow): readonly Problem[] {
  const own = row.problems.filter((problem) => problem.line === undefined || problem.line === row.line);
  return own.length > 0 ? own : row.problems;
}

/**
 * Refused rows as a CSV file to mend and send again. The problem columns come first and the row follows exactly as sent, so
 * that even a row with too few or too many fields lines up, and an unmended row is refused again for the same reason. Only
 * the problem columns are guarded against spreadsheet formulas: guarding the sender's own text would change it.
 * `header` is the header of the CSV file as sent, its columns parted by `delimiter`; null for JSON and NDJSON, whose records stand in one quoted column.
 */
export function* problemsCsv(
  header: string | null,
  rows: Iterable<RefusedRow>,
  delimiter: Delimiter = ',',
): Generator<string> {
  yield `${PROBLEM_COLUMNS.join(delimiter)}${delimiter}${header ?? 'line,record'}\r\n`;
  for (const row of rows) {
    const sent = header === null ? `${row.line},${jsonField(row.raw)}` : row.raw;
    const problems = problemFields(problemsOfRow(row), header === null ? '' : 'csv', delimiter);
    yield `${problems}${delimiter}${sent}\r\n`;
  }
}

/** JSON begins with a brace and is no formula; a broken line may begin with anything. */
function jsonField(raw: string): string {
  return raw.startsWith('{') ? `"${raw.replaceAll('"', '""')}"` : guarded(raw);
}
