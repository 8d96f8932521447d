import { beginningOf } from '@/lib/kernel/storable';
import { decodeText } from './decode-text';
import { parseLossless } from './json-record';
import { brokenRow, jsonRow, RowLimits, rowFlaw, UnknownNames } from './json-rows';
import { scanJson } from './json-scan';
import { KEPT_CHARS, MAX_RECORD_CHARS } from './limits';
import { fault } from './problem-codes';
import { type ReadOptions, type StagedRow, SubmissionRefusedError } from './staged-row';

/** A line without its end; of one beyond the limit only the beginning is held. */
type Line = { readonly line: number; readonly text: string; readonly isTooLong: boolean };

function lineOf(line: number, sent: string): Line {
  if (sent.length <= MAX_RECORD_CHARS) return { line, text: sent.replace(/\r$/, ''), isTooLong: false };
  // The mark keeps a line that was cut from ever being read as if it were whole.
  return { line, text: `${beginningOf(sent, KEPT_CHARS)}…`, isTooLong: true };
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<Line> {
  let rest = '';
  let line = 1;
  let isPassing = false;
  for await (const piece of texts) {
    rest += piece;
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      if (!isPassing) yield lineOf(line, rest.slice(start, end));
      isPassing = false;
      start = end + 1;
      line += 1;
    }
    rest = rest.slice(start);
    if (rest.length <= MAX_RECORD_CHARS) continue;
    if (!isPassing) yield lineOf(line, rest);
    isPassing = true;
    rest = '';
  }
  if (rest !== '' && !isPassing) yield lineOf(line, rest);
}

function readLine(text: string, line: number, options: ReadOptions, unknown: UnknownNames): StagedRow {
  const scan = scanJson(text);
  if (scan.flaw?.kind === 'depth') return brokenRow(text, line, rowFlaw(scan.flaw, line));
  let value: unknown;
  try {
    JSON.parse(text);
    value = parseLossless(text);
  } catch (error) {
    if (scan.flaw) return brokenRow(text, line, rowFlaw(scan.flaw, line));
    if (error instanceof SyntaxError) return brokenRow(text, line, fault('row_json_syntax', '', { line, value: text }));
    throw error;
  }
  if (scan.flaw) return brokenRow(text, line, rowFlaw(scan.flaw, line));
  return jsonRow(value, text, line, options, unknown);
}

/**
 * Reads newline-delimited JSON, one record a line, in bounded memory; blank lines are skipped. A line that cannot be read
 * comes out as a row with its problem.
 * @throws SubmissionRefusedError at a fault of the file as a whole.
 */
export async function* readNdjson(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<StagedRow> {
  const unknown = new UnknownNames(options.onNotice);
  const limits = new RowLimits();
  let empty = true;
  for await (const { line, text, isTooLong } of linesOf(decodeText(chunks))) {
    empty = false;
    if (text.trim() === '') continue;
    const row = isTooLong
      ? brokenRow(text, line, fault('row_too_long', '', { line, params: { limit: MAX_RECORD_CHARS } }))
      : readLine(text, line, options, unknown);
    limits.count(row);
    yield row;
  }
  if (limits.rows === 0)
    throw new SubmissionRefusedError([fault(empty ? 'file_empty' : 'file_without_records', '', { line: 1 })]);
}
