import { excerpt, type Problem } from '@/lib/kernel/problem';

/** A row of a CSV file: its fields and the line it stands on. */
export type CsvRow = { readonly line: number; readonly fields: readonly string[]; readonly badQuotes: boolean };

/** Notes a fault of a file: its rule, its column, its line and what stands there. */
export type Fault = (code: string, column: string, line: number, value?: string) => void;

/** A row read by the names of its columns. */
export type NamedRow<Column extends string> = { readonly line: number; readonly text: (column: Column) => string };

/** Rows of one file that is read whole. */
export const ROWS_MAX = 10_000;

/**
 * Reads a small CSV file by the names of its columns, in any order; other columns are passed over. The faults of `read` and of the file
 * itself come together, so that all are mended at once; where there is any, nothing of the file may be used.
 */
export function readTable<Column extends string, Row>(
  rows: readonly CsvRow[],
  columns: readonly Column[],
  read: (row: NamedRow<Column>, fault: Fault) => Row | null,
): { readonly read: Row[]; readonly problems: Problem[] } {
  const [head, ...body] = rows;
  const problems: Problem[] = [];
  const fault: Fault = (code, pointer, line, value) =>
    problems.push({
      code,
      severity: 'error',
      pointer,
      line,
      ...(value === undefined ? {} : { value: excerpt(value) }),
    });
  const place = new Map(columns.map((column) => [column, head?.fields.indexOf(column) ?? -1]));
  for (const column of columns) if ((place.get(column) ?? -1) < 0) fault('column_missing', column, 1);
  if (problems.length === 0 && body.length === 0) fault('no_lines', '', 1);
  if (body.length > ROWS_MAX) fault('too_many_lines', '', ROWS_MAX + 2, String(body.length));
  if (problems.length > 0) return { read: [], problems };
  const found = body.flatMap(({ line, fields, badQuotes }): Row[] => {
    if (badQuotes || fields.length !== head?.fields.length) {
      fault('row_broken', '', line, fields.join(','));
      return [];
    }
    const row = read({ line, text: (column) => fields[place.get(column) ?? -1] ?? '' }, fault);
    return row === null ? [] : [row];
  });
  return { read: found, problems };
}
