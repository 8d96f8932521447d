import { type CsvRecord, newLinesIn } from './csv-records';
import { fault } from './problem-codes';
import { type StagedRow, unreadableRow } from './staged-row';

/**
 * A row whose quotes or number of fields are wrong; null where neither is. It says how many lines it took for itself: a quote that
 * closes too late makes one value of all rows up to there.
 */
export function brokenCsvRow(record: CsvRecord, reference: string | null, expected: number): StagedRow | null {
  const { line, raw, fields, badQuotes } = record;
  if (!badQuotes && fields.length === expected) return null;
  const linesAfter = newLinesIn(raw, 0, raw.length);
  const lines = { linesAfter, lastLine: line + linesAfter };
  const problem = badQuotes
    ? fault('row_quotes', '', { line, value: raw, params: lines })
    : fault('row_field_count', '', { line, value: raw, params: { ...lines, expected, found: fields.length } });
  return unreadableRow({ line, reference, raw }, [problem]);
}
