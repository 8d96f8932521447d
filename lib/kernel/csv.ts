/** What a cell of an exported file may hold: text of others, or figures of ours as exact decimal text. */
export type CsvCell = string | null | { readonly figure: string };

/**
 * First characters by which spreadsheets take a text for a formula (OWASP, CSV injection; ASVS 5.0 1.2.10), full-width forms included, also
 * behind blanks, quotes and separators, which a spreadsheet may take away.
 */
const FORMULA = /^[\s\0"';,]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n\0]/;

/**
 * One line of CSV (RFC 4180, CRLF). Text that a spreadsheet would run as a formula gets a leading apostrophe, so that it is
 * shown as text; figures are left as they are.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.figure;
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
