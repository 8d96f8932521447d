import { type CsvRecord, newLinesIn } from './csv-records';
import { MAX_RECORD_CHARS } from './limits';
import { fault } from './problem-codes';
import { type StagedRow, unreadableRow } from './staged-row';

/**
 * A row that is too long, or whose quotes or number of fields are wrong; null where it is none of these. It says how many lines it took for itself: a quote that
 * closes too late makes one value of all rows up to there.
 */
export function brokenCsvRow(record: CsvRecord, reference: string | null, expected: number): StagedRow | null {
  const { line, raw, fields, badQuotes, cutTo } = record;
  if (cutTo !== undefined) {
    const params = { limit: MAX_RECORD_CHARS, linesAfter: cutTo - line, lastLine: cutTo };
    return unreadableRow({ line, reference, raw }, [fault('row_too_long', '', { line, params })]);
  }
  if (!badQuotes && fields.length === expected) return null;
  const linesAfter = newLinesIn(raw, 0, raw.length);
  const lines = { linesAfter, lastLine: line + linesAfter };
  const problem = badQuotes
    ? fault('row_quotes', '', { line, value: raw, params: lines })
    : fault('row_field_count', '', { line, value: raw, params: { ...lines, expected, found: fields.length } });
  return unreadableRow({ line, reference, raw }, [problem]);
}
