import type { Problem } from '@/lib/kernel/problem';
import type { IntakeFormat } from './staged-row';

/** How the refused records of a submission are sent again: the format of the body and the body. */
export type ReplayBody = { readonly format: IntakeFormat; readonly contentType: string; readonly body: string };

/**
 * A submission of refused records, each as text of its format: CSV rows under the header they were sent with, JSON records in a
 * list, XML records within the root they were sent in (without its count, which told of another number). The same readers read it as any submission, so that a mended record gives exactly what a good one would have given.
 */
export function replayBody(format: IntakeFormat, header: string | null, records: readonly string[]): ReplayBody {
  if (format === 'csv') {
    return { format, contentType: 'text/csv', body: `${[header ?? '', ...records].join('\n')}\n` };
  }
  if (format === 'xml') {
    const root = (header ?? '').replace(/\scount\s*=\s*("[^"]*"|'[^']*')/, '');
    const name = /^<([^\s/>]+)/.exec(root)?.[1];
    const body = name ? [root, ...records, `</${name}>`].join('\n') : records.join('\n');
    return { format, contentType: 'application/xml', body };
  }
  // A list, not lines: a record of a JSON file may stand on several lines.
  return { format: 'json', contentType: 'application/json', body: `[${records.join(',\n')}]` };
}

/** The rows of a record as one text to edit. */
export function textOf(rows: readonly { readonly raw: string }[]): string {
  return rows.map(({ raw }) => raw).join('\n');
}

/** The problems of stored rows with the lines they have in that text, instead of those of the file. */
export function problemsInText(
  rows: readonly { readonly line: number; readonly raw: string }[],
  problems: readonly Problem[],
): Problem[] {
  const placed: { line: number; inText: number }[] = [];
  let next = 1;
  for (const { line, raw } of rows) {
    placed.push({ line, inText: next });
    next += raw.split('\n').length;
  }
  return problems.map((problem) => {
    if (problem.line === undefined) return problem;
    const { line } = problem;
    // A row may stand on several lines: the one it begins on is the last at or before the problem's.
    const row = placed.findLast((found) => found.line <= line);
    return { ...problem, line: row ? row.inText + line - row.line : 1 };
  });
}
