import { missingColumnsOf } from '@/lib/consignment/column-guide';
import { CONSIGNMENT_COLUMNS, ITEM_COLUMNS } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import { MAX_COLUMN_NAME_CHARS, MAX_COLUMNS } from './limits';
import { fault, warning } from './problem-codes';

/** Columns the file of problems puts before the row as sent; a corrected file may come back with them, they are not data. */
export const PROBLEM_COLUMNS = ['problem_code', 'problem_pointer', 'problem_message'] as const;

/** Names that JavaScript objects treat as more than a key; they are refused as columns and keys. */
export const REFUSED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type ColumnKind = 'consignment' | 'item' | 'unknown' | 'ignored';
export type CsvColumn = { readonly name: string; readonly kind: ColumnKind };

const KINDS: ReadonlyMap<string, ColumnKind> = new Map<string, ColumnKind>([
  ...CONSIGNMENT_COLUMNS.map((name) => [name, 'consignment'] as const),
  ...ITEM_COLUMNS.map((name) => [name, 'item'] as const),
  ...PROBLEM_COLUMNS.map((name) => [name, 'ignored'] as const),
]);

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

function nameFault(name: string, column: number, line: number): Problem | null {
  const params = { column };
  if (name.trim() === '') return fault('header_name_blank', '', { line, params });
  if (name.length > MAX_COLUMN_NAME_CHARS)
    return fault('header_name_too_long', '', { line, value: name, params: { column, limit: MAX_COLUMN_NAME_CHARS } });
  if (REFUSED_NAMES.has(name)) return fault('header_name_refused', '', { line, value: name, params });
  if (KINDS.has(name)) return null;
  const meant = folded(name);
  if (KINDS.has(meant)) return fault('header_misspelt', meant, { line, value: name, params: { expected: meant } });
  return null;
}

/**
 * Reads a CSV header: names are exact, in any order; unknown ones are kept and reported as warnings. Faults refuse the
 * file, because every row below would be read wrongly.
 */
export function readHeader(
  fields: readonly string[],
  line: number,
): { columns: readonly CsvColumn[]; faults: readonly Problem[]; notices: readonly Problem[] } {
  const refused = (problem: Problem) => ({ columns: [], faults: [problem], notices: [] });
  if (fields.length > MAX_COLUMNS)
    return refused(
      fault('header_too_many_columns', '', { line, params: { columns: fields.length, limit: MAX_COLUMNS } }),
    );
  if (fields.some((name) => /[\r\n]/.test(name))) return refused(fault('file_line_ends', '', { line }));
  const [only = ''] = fields;
  if (fields.length === 1 && /[;\t|]/.test(only)) return refused(fault('header_delimiter', '', { line, value: only }));

  const faults: Problem[] = [];
  const seen = new Map<string, string>();
  for (const [index, name] of fields.entries()) {
    const problem = nameFault(name, index + 1, line);
    if (problem) faults.push(problem);
    const key = folded(name);
    if (seen.has(key) && key !== '' && KINDS.get(name) !== 'ignored')
      faults.push(fault('header_duplicate', name, { line, value: name, params: { other: seen.get(key) ?? name } }));
    seen.set(key, name);
  }
  for (const name of missingColumnsOf((column) => seen.has(column)))
    faults.push(fault('header_missing', name, { line, params: { expected: name } }));

  const columns = fields.map((name) => ({ name, kind: KINDS.get(name) ?? 'unknown' }) as const);
  const notices = columns
    .filter((column) => column.kind === 'unknown')
    .map((column) => warning('column_unknown', column.name, { line, value: column.name }));
  return { columns, faults, notices };
}
