import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

/** What a file is, told by its header. */
export const FILE_KINDS = {
  list: ['list', 'uid', 'name', 'aliases'],
  pairs: ['name1', 'name2', 'is_match'],
  variants: ['name_listed', 'name_variant'],
  innocents: ['full_name'],
} as const;
export type FileKind = keyof typeof FILE_KINDS;

/** Rows of a CSV file and what it is; a byte-order mark and extra columns do no harm. */
export function readCsv(path: string): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
  const rows: Row[] = parse(readFileSync(path), {
    columns: (header: string[]) => header.map((name) => name.trim()),
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  return { columns: Object.keys(rows[0] ?? {}), rows };
}

/** The kind of a file by its header; an error where it is none we know. */
export function kindOf(path: string, columns: readonly string[]): FileKind {
  const kind = (Object.keys(FILE_KINDS) as FileKind[]).find((known) =>
    FILE_KINDS[known].every((column) => columns.includes(column)),
  );
  if (kind) return kind;
  const known = Object.values(FILE_KINDS).map((header) => header.join(','));
  throw new Error(`${path} has the columns ${columns.join(',')}; known are ${known.join('; ')}.`);
}

/** Whether a cell says yes. */
export const isYes = (text: string | undefined) => /^(?:1|true|yes|y|t|match)$/i.test((text ?? '').trim());
