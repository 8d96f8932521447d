import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { CHECK_COLUMNS, type CheckColumn, type CheckRow } from '@/lib/charges/check-row';

/** A line of a file of worked charges: its columns, or what is wrong with the line as a whole. */
export type ReadLine =
  | { readonly line: number; readonly row: CheckRow }
  | { readonly line: number; readonly fault: string };

/** What may stand between fields; the one the header has most of is meant. */
const DELIMITERS = [',', ';', '\t'] as const;

/** Text by its byte-order mark; UTF-8 without one. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

function delimiterOf(text: string): string {
  const [head = ''] = text.trimStart().split(/\r\n|\n|\r/, 1);
  const count = (delimiter: string) => head.split(delimiter).length;
  return DELIMITERS.reduce<string>((most, one) => (count(one) > count(most) ? one : most), ',');
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

function parsed(text: string, path: string): readonly Parsed[] {
  try {
    // Lines end as the first one does unless any ending is named.
    return parse(text, {
      ...{ delimiter: delimiterOf(text), record_delimiter: ['\r\n', '\n', '\r'], info: true },
      ...{ skip_empty_lines: true, relax_column_count: true, relax_quotes: true, trim: true },
    }) as unknown as readonly Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Error(`${path}: ${error.message}`);
  }
}

/** Where each column stands. @throws Error naming the columns that lack or stand twice */
function placesOf(header: readonly string[], path: string): Readonly<Record<CheckColumn, number>> {
  const names = header.map((name) => name.trim().toLowerCase());
  const lacking = CHECK_COLUMNS.filter((column) => !names.includes(column));
  if (lacking.length > 0) throw new Error(`${path} lacks the column ${lacking.join(', ')}.`);
  const twice = CHECK_COLUMNS.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice.length > 0) throw new Error(`${path} has the column ${twice.join(', ')} twice.`);
  return Object.fromEntries(CHECK_COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<
    CheckColumn,
    number
  >;
}

/**
 * The lines of a file of worked charges, whatever the order of its columns, its line ends, its quotes and its byte-order mark. A line with
 * more fields than the header, as an unquoted comma makes it, is a fault: its columns are not where they seem to be.
 * @throws Error where there is no such file, no header, or a quote is never closed
 */
export function readLines(path: string): readonly ReadLine[] {
  const [header, ...rows] = parsed(textOf(readFileSync(path)), path);
  if (!header) throw new Error(`${path} is empty.`);
  const places = placesOf(header.record, path);
  if (rows.length === 0) throw new Error(`${path} has no line below its header.`);
  const width = header.record.length;
  return rows
    .filter(({ record }) => record.some((field) => field.trim() !== ''))
    .map(({ record, info: { lines: line } }): ReadLine => {
      if (record.slice(width).some((field) => field.trim() !== '')) {
        return { line, fault: `${record.length} fields where the header has ${width}` };
      }
      const row = Object.fromEntries(CHECK_COLUMNS.map((column) => [column, record[places[column]] ?? ''])) as CheckRow;
      return { line, row };
    });
}
