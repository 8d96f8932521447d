import { InvalidInputError } from '@/lib/kernel/errors';
import type { Problem } from '@/lib/kernel/problem';
import type { ReferenceKind } from './kinds';
import type { Layout, Reading } from './layout';
import { layoutOfHeader, layoutsOf, textLayout } from './layouts';
import { refusal } from './problems';
import { type ReferenceRow, valueText } from './row';
import { SourceRow } from './source-row';

/** A record of a file as the CSV reader of the intake gives it. */
export type SourceLine = {
  readonly line: number;
  readonly raw: string;
  readonly fields: readonly string[];
  readonly badQuotes: boolean;
};

/** Faults and remarks that are kept with their place, in all and of one code; beyond these they are counted. */
const PROBLEMS_KEPT = 200;
const KEPT_OF_ONE_CODE = 40;

/** What a file says, read and judged row by row. */
export type ReferenceFile = {
  readonly layout: Layout;
  readonly rows: readonly ReferenceRow[];
  /** Rows of the file, header and blank lines aside. */
  readonly rowsRead: number;
  readonly rowsRefused: number;
  /** The first faults and remarks, in the order of the file. */
  readonly problems: readonly Problem[];
  /** How often each fault and remark was found, by code. */
  readonly counts: Readonly<Record<string, number>>;
};

/** Whether the file is read as plain lines: the series says so. */
export function isTextSeries(kind: ReferenceKind, series: string | null): boolean {
  return textLayout(kind, series) !== null;
}

class Findings {
  readonly problems: Problem[] = [];
  readonly counts: Record<string, number> = {};
  readonly refusedLines = new Set<number>();

  readonly report = (problem: Problem): void => {
    this.counts[problem.code] = (this.counts[problem.code] ?? 0) + 1;
    if (problem.severity === 'error' && problem.line !== undefined) this.refusedLines.add(problem.line);
    if ((this.counts[problem.code] ?? 0) > KEPT_OF_ONE_CODE) return;
    if (this.problems.length < PROBLEMS_KEPT) this.problems.push(problem);
  };
}

function headerLayout(kind: ReferenceKind, header: SourceLine, series: string | null): Layout {
  const fields = header.fields.map((name) => name.trim());
  const layout = layoutOfHeader(kind, fields);
  if (!layout) {
    const expected = layoutsOf(kind)
      .filter(({ isText }) => !isText)
      .map(({ columns, isNarrow }) => `${isNarrow ? 'only ' : ''}${columns.join(', ')}`)
      .join('; or ');
    throw new InvalidInputError([
      refusal('layout_unknown', '', { line: header.line, value: header.raw, params: { expected } }),
    ]);
  }
  checkSeries(layout, series);
  return layout;
}

function checkSeries({ series: names }: Layout, series: string | null): void {
  const expected = names?.join(', ') ?? 'none';
  if (names && series === null)
    throw new InvalidInputError([refusal('series_required', 'series', { params: { expected } })]);
  if (series !== null && !names?.includes(series))
    throw new InvalidInputError([refusal('series_unknown', 'series', { value: series, params: { expected } })]);
}

async function* soundRows(
  lines: AsyncIterator<SourceLine>,
  columns: readonly string[],
  findings: Findings,
  counted: { rows: number },
): AsyncGenerator<SourceRow> {
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const { line, raw, fields, badQuotes } = next.value;
    counted.rows += 1;
    if (badQuotes) {
      findings.report(refusal('row_quotes', '', { line, value: raw }));
    } else if (fields.length !== columns.length) {
      const params = { expected: columns.length, found: fields.length };
      findings.report(refusal('row_field_count', '', { line, value: raw, params }));
    } else {
      const row = new Map(columns.map((column, index) => [column, fields[index] ?? '']));
      yield new SourceRow(line, row, findings.report);
    }
  }
}

/** Keeps one usable row of each key and first day: a repeat that says the same is nothing, one that says something else is refused. */
function once(rows: readonly ReferenceRow[], layout: Layout, { faultOf }: Reading, findings: Findings): ReferenceRow[] {
  const first = new Map<string, ReferenceRow>();
  for (const row of rows) {
    const fault = faultOf(row.rowKind, row.key, { ...layout.keeps, ...row.value });
    if (fault !== null) {
      findings.report(refusal('value_unusable', '', { line: row.line, value: row.key, params: { fault } }));
      continue;
    }
    const name = `${row.rowKind}\n${row.key}\n${row.validFrom ?? ''}`;
    const other = first.get(name);
    if (!other) first.set(name, row);
    else if (valueText(other.value) !== valueText(row.value) || other.validTo !== row.validTo)
      findings.report(refusal('key_repeated', '', { line: row.line, value: row.key, params: { other: other.line } }));
  }
  return [...first.values()];
}

/**
 * Reads a file of a list: its layout is known by its header, each row is judged by itself, and what is wrong or has no effect
 * is told with line, field, rule and value.
 * @throws InvalidInputError where the file as a whole cannot be read as this list
 */
export async function readReference(
  kind: ReferenceKind,
  records: AsyncIterable<SourceLine>,
  reading: Reading,
): Promise<ReferenceFile> {
  const lines = records[Symbol.asyncIterator]();
  const findings = new Findings();
  const counted = { rows: 0 };
  let layout = textLayout(kind, reading.series);
  let columns: readonly string[] = ['line'];
  if (!layout) {
    const header = await lines.next();
    if (header.done) throw new InvalidInputError([refusal('file_empty', '', { line: 1 })]);
    layout = headerLayout(kind, header.value, reading.series);
    columns = header.value.fields.map((name) => name.trim());
  }
  const rows: ReferenceRow[] = [];
  for await (const row of layout.rows(soundRows(lines, columns, findings, counted), reading)) rows.push(row);
  if (counted.rows === 0) throw new InvalidInputError([refusal('file_without_rows', '', { line: 1 })]);
  return {
    layout,
    rows: once(rows, layout, reading, findings),
    rowsRead: counted.rows,
    rowsRefused: findings.refusedLines.size,
    problems: findings.problems,
    counts: findings.counts,
  };
}
