import { decodeText } from './decode-text';
import { parseLossless } from './json-record';
import { brokenRow, jsonRow, UnknownNames } from './json-rows';
import { type JsonFlaw, linesAt, scanJson } from './json-scan';
import { MAX_JSON_BYTES, MAX_JSON_DEPTH, MAX_JSON_RECORDS } from './limits';
import { fault, warning } from './problem-codes';
import { type ReadOptions, type StagedRow, SubmissionRefusedError } from './staged-row';

const LIST_KEY = 'consignments';

function refuse(...problems: ReturnType<typeof fault>[]): never {
  throw new SubmissionRefusedError(problems);
}

async function* limited(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MAX_JSON_BYTES) refuse(fault('file_json_too_large', '', { params: { limit: MAX_JSON_BYTES } }));
    yield chunk;
  }
}

/** Where the text stops being JSON, by the parser that says so; the end where it does not. */
function syntaxPosition(text: string): number {
  try {
    parseLossless(text);
  } catch (error) {
    const match = error instanceof Error ? /position (\d+)/.exec(error.message) : null;
    if (match) return Number(match[1]);
  }
  return text.length;
}

function checkSyntax(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    const at = syntaxPosition(text);
    const [line] = linesAt(text, [at]);
    refuse(fault('file_json_syntax', '', { line, value: text.slice(Math.max(0, at - 20), at + 20) }));
  }
}

function fileFlaw(flaw: JsonFlaw, text: string): never {
  const [line] = linesAt(text, [flaw.at]);
  if (flaw.kind === 'depth') refuse(fault('file_json_depth', '', { line, params: { limit: MAX_JSON_DEPTH } }));
  refuse(fault('file_json_duplicate_key', flaw.key, { line, value: flaw.key }));
}

/** The problem of a flaw inside one record. */
export function rowFlaw(flaw: JsonFlaw, line: number): ReturnType<typeof fault> {
  if (flaw.kind === 'depth') return fault('row_json_depth', '', { line, params: { limit: MAX_JSON_DEPTH } });
  const code = flaw.kind === 'duplicate_key' ? 'row_json_duplicate_key' : 'row_json_key_refused';
  return fault(code, flaw.key, { line, value: flaw.key });
}

/**
 * Reads a JSON submission held in memory (at most 10 MiB, 5,000 records): an array of records, or an object with
 * `consignments`. Numbers keep every digit; depth and keys are checked on the raw text before anything is built.
 * @throws SubmissionRefusedError at a fault of the document as a whole.
 */
export async function* readJson(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<StagedRow> {
  const pieces: string[] = [];
  for await (const piece of decodeText(limited(chunks))) pieces.push(piece);
  const text = pieces.join('');
  if (text.trim() === '') refuse(fault('file_empty', '', { line: 1 }));
  const scan = scanJson(text, LIST_KEY);
  if (scan.flaw?.kind === 'depth') fileFlaw(scan.flaw, text);
  checkSyntax(text);
  if (scan.flaw) fileFlaw(scan.flaw, text);
  const { elements } = scan;
  if (!elements) refuse(fault('file_json_root', '', { line: 1 }));
  if (elements.length > MAX_JSON_RECORDS)
    refuse(fault('file_json_too_many_records', '', { params: { found: elements.length, limit: MAX_JSON_RECORDS } }));
  if (elements.length === 0) refuse(fault('file_without_records', '', { line: 1 }));
  for (const key of scan.rootKeys)
    if (key !== LIST_KEY) options.onNotice?.(warning('column_unknown', key, { line: 1, value: key }));

  const unknown = new UnknownNames(options.onNotice);
  const lines = linesAt(
    text,
    elements.map((element) => element.start),
  );
  for (const [index, element] of elements.entries()) {
    const raw = text.slice(element.start, element.end).trimEnd();
    const line = lines[index] ?? 1;
    if (element.flaw) yield brokenRow(raw, line, rowFlaw(element.flaw, line));
    else yield jsonRow(parseLossless(raw), raw, line, options, unknown);
  }
}
