import { PROBLEM_COLUMNS } from './csv-header';
import type { Delimiter } from './layout';
import { csvRows, ownFrom, unquoted } from './place-problem';

/**
 * The text of a row that a sender wrote, for a file that came back with our problem columns before its own: what we said of an earlier
 * text is no part of this one, and would be shown and given back as if it were. A row that ends before its own columns stays whole.
 */
export function ownText(raw: string, delimiter: Delimiter): string {
  const own = csvRows(raw, delimiter)[0]?.fields[PROBLEM_COLUMNS.length];
  return own ? raw.slice(own.start) : raw;
}

/** Whether a header begins with our problem columns. */
export function hasProblemColumns(header: string, delimiter: Delimiter): boolean {
  const fields = csvRows(header, delimiter)[0]?.fields ?? [];
  return ownFrom(fields.map((field) => unquoted(header, field))) > 0;
}
