import { PROBLEM_COLUMNS, readHeader } from './csv-header';
import { type CsvRecord, recordsOf } from './csv-records';
import { DELIMITERS, type Delimiter, type Layout } from './layout';
import { layoutFingerprint } from './layout-fingerprint';
import { MAX_COLUMN_NAME_CHARS, MAX_COLUMNS } from './limits';
import { SubmissionRefusedError } from './staged-row';

/** Beginning of a file that is looked at before it is known how to read it; no header is longer. */
const HEAD_CHARS = 65_536;

/** A layout that fits a file. `skipped` counts the problem columns before the sender's own, which a corrected file brings back. */
export type FoundLayout = { readonly layout: Layout; readonly fingerprint: string; readonly skipped: number };

/** The beginning of a text and the whole of it again. */
export async function headOf(texts: AsyncIterable<string>): Promise<{ head: string; whole: AsyncIterable<string> }> {
  const iterator = texts[Symbol.asyncIterator]();
  let head = '';
  while (head.length < HEAD_CHARS) {
    const next = await iterator.next();
    if (next.done) break;
    head += next.value;
  }
  return { head, whole: joined(head, iterator) };
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    if (head !== '') yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** The first record of a text; null where there is none, or a quote is never closed. */
export function firstRecord(text: string, delimiter: Delimiter): CsvRecord | null {
  try {
    return recordsOf(text, 1, true, delimiter).next().value as CsvRecord | null;
  } catch (error) {
    if (error instanceof SubmissionRefusedError) return null;
    throw error;
  }
}

/** The names of the columns under a delimiter, without problem columns; null where the header cannot be one. */
export function headerUnder(head: string, delimiter: Delimiter): { names: readonly string[]; skipped: number } | null {
  const record = firstRecord(head, delimiter);
  if (!record || !Array.isArray(record.fields) || record.badQuotes || record.fields.length > MAX_COLUMNS) return null;
  const { fields } = record;
  if (fields.some((name) => name.length > MAX_COLUMN_NAME_CHARS || /[\r\n]/.test(name))) return null;
  const skipped = PROBLEM_COLUMNS.every((name, index) => fields[index] === name) ? PROBLEM_COLUMNS.length : 0;
  const names = fields.slice(skipped);
  return names.length > 1 ? { names, skipped } : null;
}

function isOurs(head: string): boolean {
  const record = firstRecord(head, ',');
  // Of an empty text there is a record without fields.
  return (
    record !== null &&
    Array.isArray(record.fields) &&
    !record.badQuotes &&
    readHeader(record.fields, record.line).faults.length === 0
  );
}

/** The layout a file is to be read by, known by its header; null for our own columns and for headers nobody mapped. */
export function findLayout(head: string, layouts: ReadonlyMap<string, Layout>): FoundLayout | null {
  if (layouts.size === 0 || isOurs(head)) return null;
  for (const delimiter of DELIMITERS) {
    const header = headerUnder(head, delimiter);
    const fingerprint = header ? layoutFingerprint(delimiter, header.names) : '';
    const layout = layouts.get(fingerprint);
    if (header && layout) return { layout, fingerprint, skipped: header.skipped };
  }
  return null;
}

/** The delimiter that cuts the header into most columns; a tie goes to the one listed first. */
export function guessDelimiter(head: string): Delimiter | null {
  let best: { delimiter: Delimiter; columns: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const columns = headerUnder(head, delimiter)?.names.length ?? 0;
    if (columns > (best?.columns ?? 1)) best = { delimiter, columns };
  }
  return best?.delimiter ?? null;
}
