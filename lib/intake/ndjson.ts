import { decodeText } from './decode-text';
import { rowFlaw } from './json';
import { parseLossless } from './json-record';
import { brokenRow, jsonRow, UnknownNames } from './json-rows';
import { scanJson } from './json-scan';
import { MAX_RECORD_CHARS, MAX_ROWS, MAX_UNREADABLE_ROWS } from './limits';
import { fault } from './problem-codes';
import { type ReadOptions, type StagedRow, SubmissionRefusedError } from './staged-row';

type Line = { readonly line: number; readonly text: string };

function refuseLong(line: number): never {
  throw new SubmissionRefusedError([fault('file_record_too_long', '', { line, params: { limit: MAX_RECORD_CHARS } })]);
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<Line> {
  let rest = '';
  let line = 1;
  for await (const piece of texts) {
    rest += piece;
    let start = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', start)) {
      if (end - start > MAX_RECORD_CHARS) refuseLong(line);
      yield { line, text: rest.slice(start, end).replace(/\r$/, '') };
      start = end + 1;
      line += 1;
    }
    rest = rest.slice(start);
    if (rest.length > MAX_RECORD_CHARS) refuseLong(line);
  }
  if (rest !== '') yield { line, text: rest };
}

function readLine(text: string, line: number, options: ReadOptions, unknown: UnknownNames): StagedRow {
  const scan = scanJson(text, null);
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
  let rows = 0;
  let unreadable = 0;
  let empty = true;
  for await (const { line, text } of linesOf(decodeText(chunks))) {
    empty = false;
    if (text.trim() === '') continue;
    const row = readLine(text, line, options, unknown);
    rows += 1;
    if (row.problems.length > 0) unreadable += 1;
    if (rows > MAX_ROWS)
      throw new SubmissionRefusedError([fault('file_too_many_rows', '', { line, params: { limit: MAX_ROWS } })]);
    if (unreadable > MAX_UNREADABLE_ROWS)
      throw new SubmissionRefusedError([
        fault('file_too_many_unreadable_rows', '', { line, params: { limit: MAX_UNREADABLE_ROWS } }),
      ]);
    yield row;
  }
  if (rows === 0)
    throw new SubmissionRefusedError([fault(empty ? 'file_empty' : 'file_without_records', '', { line: 1 })]);
}
