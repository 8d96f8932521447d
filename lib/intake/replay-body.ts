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

/** The text of the one record that a body of `replayBody` holds; null where the body is another's. */
export function recordOfReplay(format: IntakeFormat, header: string | null, body: string): string | null {
  // No text that is read holds a NUL, so that none can be taken for the place of the record.
  const [before = '', after = ''] = replayBody(format, header, ['\0']).body.split('\0');
  const isFramed = body.length >= before.length + after.length && body.startsWith(before) && body.endsWith(after);
  return isFramed ? body.slice(before.length, body.length - after.length) : null;
}

/** The rows of a record as one text to edit. */
export function textOf(rows: readonly { readonly raw: string }[]): string {
  return rows.map(({ raw }) => raw).join('\n');
}

type SentRows = readonly { readonly line: number; readonly raw: string }[];

/** Where each row begins: its line of the file, and of the text that its rows make. */
function beginnings(rows: SentRows): { inFile: number; inText: number }[] {
  let next = 1;
  return rows.map(({ line, raw }) => {
    const inText = next;
    next += raw.split('\n').length;
    return { inFile: line, inText };
  });
}

/** Moves lines; a row may stand on several: the one a problem is of begins at the last line at or before the problem's. */
function moved(problems: readonly Problem[], begins: readonly { from: number; to: number }[]): Problem[] {
  return problems.map((problem) => {
    const { line } = problem;
    if (line === undefined) return problem;
    const row = begins.findLast(({ from }) => from <= line) ?? begins[0];
    return row ? { ...problem, line: Math.max(row.to, row.to + line - row.from) } : problem;
  });
}

/** The problems of stored rows with the lines they have in the text of those rows, instead of those of the file. */
export function problemsInText(rows: SentRows, problems: readonly Problem[]): Problem[] {
  return moved(
    problems,
    beginnings(rows).map(({ inFile, inText }) => ({ from: inFile, to: inText })),
  );
}

/** The problems of a text that was made of stored rows and mended, with the lines of the file it came from. */
export function problemsInFile(rows: SentRows, problems: readonly Problem[]): Problem[] {
  return moved(
    problems,
    beginnings(rows).map(({ inFile, inText }) => ({ from: inText, to: inFile })),
  );
}
