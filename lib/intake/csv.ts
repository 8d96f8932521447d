import { brokenCsvRow } from './broken-csv-row';
import { type FoundLayout, findLayout, guessDelimiter, headOf } from './csv-head';
import { type CsvColumn, readHeader } from './csv-header';
import { mappedReader } from './csv-mapped';
import { type CsvRecord, csvRecords } from './csv-records';
import { decodeText } from './decode-text';
import { MAX_ROWS, MAX_UNREADABLE_ROWS } from './limits';
import { hasProblemColumns, ownText } from './own-text';
import { fault } from './problem-codes';
import { type ReadOptions, type StagedRow, SubmissionRefusedError } from './staged-row';

const NO_PROBLEMS: StagedRow['problems'] = [];

type Header = {
  readonly columns: readonly CsvColumn[];
  /** Column names as JSON keys with their colon, made once. */
  readonly keys: readonly string[];
  readonly referenceIndex: number;
};

function headerOf(record: CsvRecord, options: ReadOptions): Header {
  if (record.badQuotes) {
    // Names in quotes with another mark between them look like broken quotes.
    const isCutOtherwise = (guessDelimiter(record.raw) ?? ',') !== ',';
    const problem = isCutOtherwise
      ? fault('header_delimiter', '', { line: record.line, value: record.raw })
      : fault('header_quotes', '', { line: record.line });
    throw new SubmissionRefusedError([problem]);
  }
  const { columns, faults, notices } = readHeader(record.fields, record.line);
  if (faults.length > 0) throw new SubmissionRefusedError(faults);
  options.onHeader?.(record.raw);
  for (const notice of notices) options.onNotice?.(notice);
  return {
    columns,
    keys: columns.map((column) => `${JSON.stringify(column.name)}:`),
    referenceIndex: columns.findIndex((column) => column.name === 'reference'),
  };
}

/** The row as JSON text of a SentRecord, written out directly: empty fields are absent, nothing else is touched. */
function contentOf(fields: readonly string[], header: Header): string {
  let consignment = '';
  let item = '';
  let unknown = '';
  for (let index = 0; index < fields.length; index += 1) {
    const value = fields[index] ?? '';
    if (value === '') continue;
    const pair = `${header.keys[index]}${JSON.stringify(value)},`;
    const kind = header.columns[index]?.kind;
    if (kind === 'consignment') consignment += pair;
    else if (kind === 'item') item += pair;
    else if (kind === 'unknown') unknown += pair;
  }
  const tail = unknown === '' ? '' : `,"unknown":{${unknown.slice(0, -1)}}`;
  return `{${consignment}"items":[{${item.slice(0, -1)}}]${tail}}`;
}

function rowOf(record: CsvRecord, header: Header): StagedRow {
  const { line, raw, fields } = record;
  const reference = fields[header.referenceIndex] || null;
  const broken = brokenCsvRow(record, reference, header.columns.length);
  return broken ?? { line, reference, raw, content: contentOf(fields, header), problems: NO_PROBLEMS };
}

function ownReader(record: CsvRecord, options: ReadOptions): (record: CsvRecord) => StagedRow {
  const header = headerOf(record, options);
  return (row) => rowOf(row, header);
}

type Start = { readonly texts: AsyncIterable<string>; readonly found: FoundLayout | null };

/** Looks into the file only where the sender has layouts: our own columns need none. */
async function startOf(chunks: AsyncIterable<Uint8Array>, { layouts }: ReadOptions): Promise<Start> {
  const texts = decodeText(chunks);
  if (!layouts || layouts.size === 0) return { texts, found: null };
  const { head, whole } = await headOf(texts);
  return { texts: whole, found: findLayout(head, layouts) };
}

/**
 * Reads a CSV submission: comma, RFC 4180 quotes, one goods item per row, a strict number of fields; or what a layout of the sender
 * says for its header. A broken row comes out as a row with its problem and does not stop the file.
 * @throws SubmissionRefusedError at a fault of the file as a whole.
 */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<StagedRow> {
  let read: ((record: CsvRecord) => StagedRow) | null = null;
  let rows = 0;
  let unreadable = 0;
  const { texts, found } = await startOf(chunks, options);
  /** For a file that came back with our problem columns. */
  let cut: ((raw: string) => string) | null = null;
  const told = { ...options, onHeader: (header: string) => options.onHeader?.(cut ? cut(header) : header) };
  for await (const record of csvRecords(texts, found?.layout.delimiter)) {
    if (!read) {
      const delimiter = found?.layout.delimiter ?? ',';
      if (hasProblemColumns(record.raw, delimiter)) cut = (raw) => ownText(raw, delimiter);
      read = found ? mappedReader(record, found, told) : ownReader(record, told);
      continue;
    }
    const sent = read(record);
    const row = cut ? { ...sent, raw: cut(sent.raw) } : sent;
    rows += 1;
    if (row.content === 'null') unreadable += 1;
    if (rows > MAX_ROWS)
      throw new SubmissionRefusedError([
        fault('file_too_many_rows', '', { line: row.line, params: { limit: MAX_ROWS } }),
      ]);
    if (unreadable > MAX_UNREADABLE_ROWS)
      throw new SubmissionRefusedError([
        fault('file_too_many_unreadable_rows', '', { line: row.line, params: { limit: MAX_UNREADABLE_ROWS } }),
      ]);
    yield row;
  }
  if (!read) throw new SubmissionRefusedError([fault('file_empty', '', { line: 1 })]);
  if (rows === 0) throw new SubmissionRefusedError([fault('file_without_records', '', { line: 1 })]);
}
