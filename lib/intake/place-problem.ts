import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Problem } from '@/lib/kernel/problem';
import { PROBLEM_COLUMNS } from './csv-header';
import { columnLabels, type Delimiter } from './layout';
import type { IntakeFormat } from './staged-row';

/** A stretch of a text, from its first character to the one after its last. */
export type Place = { readonly start: number; readonly end: number };

/** What a problem says of its place. */
type About = Pick<Problem, 'pointer' | 'line' | 'value' | 'params'>;

/**
 * Where in the text of a record the value stands that a problem is about: the field of a CSV row, the value of a JSON or XML record. A
 * row that cannot be told apart into fields is its whole line. Null where the value is absent or the place cannot be told.
 */
export function placeOf(
  sent: {
    readonly format: IntakeFormat;
    readonly header: string | null;
    readonly text: string;
    /** Of a CSV file read by a layout; a comma otherwise. */
    readonly delimiter?: Delimiter | null | undefined;
  },
  problem: About,
): Place | null {
  const place =
    sent.format === 'csv'
      ? csvPlace(sent.header ?? '', sent.text, problem, sent.delimiter ?? ',')
      : PLACES[sent.format](sent.text, problem);
  return place && place.end > place.start ? place : null;
}

function csvPlace(header: string, text: string, about: About, delimiter: Delimiter): Place | null {
  const { pointer, line = 1, params } = about;
  const row = csvRows(text, delimiter).find((found) => found.line === line);
  if (!row) return null;
  if (pointer === '') return { start: row.start, end: row.end };
  const names = csvRows(header, delimiter)[0]?.fields.map((field) => unquoted(header, field)) ?? [];
  const own = names.slice(ownFrom(names));
  const index =
    params?.fileColumn === undefined
      ? own.indexOf(pointer.replace(/^items\.\d+\./, ''))
      : columnLabels(own).indexOf(String(params.fileColumn));
  return index < 0 ? null : (row.fields[index + ownFrom(names)] ?? null);
}

/** A corrected file may come back with the problem columns before the sender's own. */
export const ownFrom = (names: readonly string[]) =>
  PROBLEM_COLUMNS.every((name, index) => names[index] === name) ? PROBLEM_COLUMNS.length : 0;

type CsvRow = Place & { readonly line: number; readonly fields: readonly Place[] };

/** The rows of a CSV text with the places of their fields, quotes included. */
export function csvRows(text: string, delimiter: Delimiter): CsvRow[] {
  const rows: CsvRow[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row = { line, start: at, fields: [] as Place[] };
    for (;;) {
      const start = at;
      let isQuoted = false;
      for (; at < text.length; at += 1) {
        const char = text[at];
        if (char === '"') isQuoted = !isQuoted;
        else if (!isQuoted && (char === delimiter || char === '\n')) break;
        if (char === '\n') line += 1;
      }
      row.fields.push({ start, end: at });
      if (text[at] !== delimiter) break;
      at += 1;
    }
    rows.push({ ...row, end: at });
    line += 1;
    at += 1;
  }
  return rows;
}

export function unquoted(text: string, { start, end }: Place): string {
  return text
    .slice(start, end)
    .replace(/^"([\s\S]*)"$/, '$1')
    .replaceAll('""', '"');
}

/** Names of the record that postal items spell otherwise cannot be followed; then the value itself is looked for. */
function jsonPlace(text: string, { pointer, value }: About): Place | null {
  const root = parseTree(text);
  if (!root) return null;
  const path = pointer.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const node = pointer === '' ? root : findNodeAtLocation(root, path);
  if (node) return { start: node.offset, end: node.offset + node.length };
  const quoted = value ? JSON.stringify(value) : '';
  const start = quoted ? text.indexOf(quoted) : -1;
  return start < 0 || text.indexOf(quoted, start + 1) >= 0 ? null : { start, end: start + quoted.length };
}

/** The line of an element is known, its name only by the adapter: the value is looked for from there on. */
function xmlPlace(text: string, { line = 1, value }: About): Place | null {
  if (!value) return null;
  let from = 0;
  for (let passed = 1; passed < line && from >= 0; passed += 1) from = text.indexOf('\n', from) + 1;
  const start = text.indexOf(value, Math.max(0, from));
  return start < 0 ? null : { start, end: start + value.length };
}

const PLACES: Readonly<Record<Exclude<IntakeFormat, 'csv'>, (text: string, problem: About) => Place | null>> = {
  json: jsonPlace,
  ndjson: jsonPlace,
  xml: xmlPlace,
};

/** A text with stretches replaced; they do not overlap. */
export function replaced(text: string, edits: readonly (Place & { readonly by: string })[]): string {
  let mended = text;
  for (const { start, end, by } of [...edits].sort((a, b) => b.start - a.start)) {
    mended = mended.slice(0, start) + by + mended.slice(end);
  }
  return mended;
}
