import { type CutRow, LongRow } from './csv-long-row';
import type { Delimiter } from './layout';
import { MAX_RECORD_CHARS } from './limits';
import { fault } from './problem-codes';
import { SubmissionRefusedError } from './staged-row';

/** One CSV record: the physical line it starts on, its text without the line end, its fields; `badQuotes` when RFC 4180 is broken. */
export type CsvRecord = {
  readonly line: number;
  readonly raw: string;
  readonly fields: readonly string[];
  readonly badQuotes: boolean;
  /** Physical line it ends on, where it was too long: then only its beginning is here, and that of each field. */
  readonly cutTo?: number;
};

type Walked = { readonly end: number; readonly next: number; readonly fields: string[]; readonly badQuotes: boolean };
/** The record goes on beyond the text at hand; `openQuoteAt` is where a quoted field began that is still open. */
type Unfinished = { readonly openQuoteAt: number | null };

function lineEnd(text: string, newLine: number, start: number): number {
  return newLine > start && text[newLine - 1] === '\r' ? newLine - 1 : newLine;
}

/** Walks one record that holds quotes. A quote may open only at the start of a field (RFC 4180, 2.5 to 2.7). */
function walk(text: string, start: number, last: boolean, delimiter: Delimiter): Walked | Unfinished {
  const fields: string[] = [];
  let badQuotes = false;
  let at = start;
  let newLine = text.indexOf('\n', start);
  for (;;) {
    let quoted = '';
    let rest = at;
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) return { openQuoteAt: at };
      if (close === text.length - 1 && !last) return { openQuoteAt: null };
      quoted = text.slice(at + 1, close).replaceAll('""', '"');
      rest = close + 1;
    }
    // Looked for once and not at every field: a row may have hundreds of thousands.
    if (newLine >= 0 && newLine < rest) newLine = text.indexOf('\n', rest);
    if (newLine < 0 && !last) return { openQuoteAt: null };
    const recordEnd = newLine < 0 ? text.length : newLine;
    const mark = text.indexOf(delimiter, rest);
    const ends = mark < 0 || mark > recordEnd;
    const tail = text.slice(rest, ends ? lineEnd(text, recordEnd, rest) : mark);
    if (rest > at ? tail !== '' : tail.includes('"')) badQuotes = true;
    fields.push(quoted + tail);
    if (ends) return { end: lineEnd(text, recordEnd, rest), next: recordEnd + 1, fields, badQuotes };
    at = mark + 1;
  }
}

/** Line ends of a text between two places. */
export function newLinesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The fields of the first record, once it was read: a row too long to be kept must have as many to be told from the rows after it. */
type Shape = { columns: number | null };

/**
 * Splits decoded text into CSV records (comma where nothing else is said, RFC 4180 quotes, LF or CRLF; blank lines are skipped). Written out because
 * rows must keep their exact text and physical line, and one broken row must not stop or swallow the others. Of a row beyond the limit
 * the beginning is given and the rest is passed over, so memory is bounded.
 * @throws SubmissionRefusedError at a quote that is never closed, at a header beyond the limit and at a row beyond it whose end cannot be told.
 */
export async function* csvRecords(texts: AsyncIterable<string>, delimiter: Delimiter = ','): AsyncGenerator<CsvRecord> {
  const shape: Shape = { columns: null };
  let text = '';
  let line = 1;
  let long: LongRow | null = null;
  for await (const piece of texts) {
    text += piece;
    if (long) {
      const end = long.feed(text);
      text = end === null ? '' : text.slice(end);
      if (end === null) continue;
      const record = cutRecord(long.row(), line, shape);
      long = null;
      yield record;
      line = (record.cutTo ?? line) + 1;
    }
    const used = yield* recordsOf(text, line, false, delimiter, shape);
    line = used.line;
    text = text.slice(used.at);
    if (text.length <= MAX_RECORD_CHARS) continue;
    if (shape.columns === null) refuseLong(text, line, delimiter);
    long = new LongRow(delimiter);
    long.feed(text);
    text = '';
  }
  if (!long) {
    yield* recordsOf(text, line, true, delimiter, shape);
    return;
  }
  const open = long.openQuote();
  if (open) refuseUnclosed(line + open.openedAfter, line + open.lastAfter);
  yield cutRecord(long.row(), line, shape);
}

/**
 * A row beyond the limit as a record. Where a value of it holds line ends, somebody may have forgotten to close the quote: then its end
 * is believed only if all its quotes are right and it has as many fields as the header.
 */
function cutRecord(row: CutRow, line: number, { columns }: Shape): CsvRecord {
  const { raw, fields, badQuotes, lineEnds, spannedAfter } = row;
  const cutTo = line + lineEnds;
  if (spannedAfter !== null && (badQuotes || row.width !== columns)) {
    const params = { limit: MAX_RECORD_CHARS, quote: 'open', lastLine: cutTo };
    throw new SubmissionRefusedError([fault('file_record_too_long', '', { line: line + spannedAfter, params })]);
  }
  return { line, raw, fields, badQuotes, cutTo };
}

function refuseUnclosed(line: number, lastLine: number): never {
  throw new SubmissionRefusedError([fault('file_quote_unclosed', '', { line, params: { lastLine } })]);
}

/** Tells a quote of the header that is still open where reading stopped from a header that is merely long: `text` begins with it. */
function refuseLong(text: string, line: number, delimiter: Delimiter): never {
  const read = text.slice(0, MAX_RECORD_CHARS);
  const walked = walk(read, 0, false, delimiter);
  const quoteAt = 'openQuoteAt' in walked ? walked.openQuoteAt : null;
  const quote = quoteAt === null ? 'none' : 'open';
  const params = { limit: MAX_RECORD_CHARS, quote, lastLine: line + newLinesIn(read, 0, read.length) };
  const opened = line + newLinesIn(read, 0, quoteAt ?? 0);
  throw new SubmissionRefusedError([fault('file_record_too_long', '', { line: opened, params })]);
}

/** A record that is at hand whole and beyond the limit, cut as one that is not. */
function cutWhole(text: string, line: number, delimiter: Delimiter, shape: Shape): CsvRecord {
  if (shape.columns === null) refuseLong(text, line, delimiter);
  const long = new LongRow(delimiter);
  long.feed(text);
  return cutRecord(long.row(), line, shape);
}

/** The records of a text, from a line on; `last` where no more text follows. Gives how far it came. */
export function* recordsOf(
  text: string,
  firstLine: number,
  last: boolean,
  delimiter: Delimiter,
  shape: Shape = { columns: null },
): Generator<CsvRecord, { at: number; line: number }> {
  let line = firstLine;
  let at = 0;
  let quoteAt = text.indexOf('"');
  while (at < text.length) {
    if (quoteAt >= 0 && quoteAt < at) quoteAt = text.indexOf('"', at);
    const newLine = text.indexOf('\n', at);
    if (newLine < 0 && !last) break;
    const recordEnd = newLine < 0 ? text.length : newLine;
    if (quoteAt < 0 || quoteAt > recordEnd) {
      const raw = text.slice(at, lineEnd(text, recordEnd, at));
      if (raw.length > MAX_RECORD_CHARS) yield cutWhole(raw, line, delimiter, shape);
      else if (raw !== '') {
        const fields = raw.split(delimiter);
        shape.columns ??= fields.length;
        yield { line, raw, fields, badQuotes: false };
      }
      line += 1;
      at = recordEnd + 1;
      continue;
    }
    const walked = walk(text, at, last, delimiter);
    if ('openQuoteAt' in walked) {
      if (!last) break;
      const opened = line + newLinesIn(text, at, walked.openQuoteAt ?? at);
      refuseUnclosed(opened, line + newLinesIn(text.trimEnd(), at, text.length));
    }
    const raw = text.slice(at, walked.end);
    if (raw.length > MAX_RECORD_CHARS) yield cutWhole(raw, line, delimiter, shape);
    else {
      shape.columns ??= walked.fields.length;
      yield { line, raw, fields: walked.fields, badQuotes: walked.badQuotes };
    }
    line += 1 + newLinesIn(text, at, walked.end);
    at = walked.next;
  }
  return { at: Math.min(at, text.length), line };
}
