import { decodeText } from './decode-text';
import { parseLossless } from './json-record';
import { brokenRow, jsonRow, RowLimits, rowFlaw, UnknownNames } from './json-rows';
import { lineAt, scanJson } from './json-scan';
import { type JsonElement, JsonSplitter, refuseSyntax, syntaxPosition } from './json-split';
import { MAX_JSON_RECORD_CHARS } from './limits';
import { fault, warning } from './problem-codes';
import { type ReadOptions, type StagedRow, SubmissionRefusedError } from './staged-row';

const LIST_KEY = 'consignments';

function refuse(...problems: ReturnType<typeof fault>[]): never {
  throw new SubmissionRefusedError(problems);
}

/** An element as a row. @throws SubmissionRefusedError where it is no JSON: then nothing tells where the next one begins. */
function readElement({ text, line, isTooLong }: JsonElement, options: ReadOptions, unknown: UnknownNames): StagedRow {
  if (isTooLong)
    return brokenRow(text, line, fault('row_too_long', '', { line, params: { limit: MAX_JSON_RECORD_CHARS } }));
  const at = syntaxPosition(text);
  if (at !== null) refuseSyntax(text, at, line);
  const { flaw } = scanJson(text);
  return flaw ? brokenRow(text, line, rowFlaw(flaw, line)) : jsonRow(parseLossless(text), text, line, options, unknown);
}

/** What stands around the list of records: keys given twice or never allowed refuse the document, others are remarked on. */
function judgeOutside(text: string, options: ReadOptions): void {
  const { flaw, rootKeys } = scanJson(text);
  if (flaw) refuse(fault('file_json_duplicate_key', flaw.key, { line: lineAt(text, flaw.at), value: flaw.key }));
  for (const key of rootKeys)
    if (key !== LIST_KEY) options.onNotice?.(warning('column_unknown', key, { line: 1, value: key }));
}

/**
 * Reads a JSON submission as it comes, one record at a time: an array of records, or an object with `consignments`. Numbers keep
 * every digit; depth and keys are checked on the raw text before anything is built. A record that is too long or has a key twice
 * is refused by itself.
 * @throws SubmissionRefusedError at a fault of the document as a whole.
 */
export async function* readJson(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<StagedRow> {
  const splitter = new JsonSplitter(LIST_KEY);
  const unknown = new UnknownNames(options.onNotice);
  const limits = new RowLimits();
  let isEmpty = true;
  for await (const piece of decodeText(chunks)) {
    isEmpty = isEmpty && piece.trim() === '';
    for (const element of splitter.push(piece)) {
      const row = readElement(element, options, unknown);
      limits.count(row);
      yield row;
    }
  }
  if (isEmpty) refuse(fault('file_empty', '', { line: 1 }));
  const { outside, elements } = splitter.end();
  judgeOutside(outside, options);
  if (elements === null) refuse(fault('file_json_root', '', { line: 1 }));
  if (elements === 0) refuse(fault('file_without_records', '', { line: 1 }));
}
