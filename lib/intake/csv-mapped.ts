import { CONSIGNMENT_COLUMNS } from '@/lib/consignment/columns';
import type { Problem } from '@/lib/kernel/problem';
import { brokenCsvRow } from './broken-csv-row';
import { type Convert, converterOf } from './convert-value';
import type { FoundLayout } from './csv-head';
import type { CsvRecord } from './csv-records';
import { columnLabels, type Layout, type RecordColumn } from './layout';
import { fault, warning } from './problem-codes';
import type { ReadOptions, StagedRow } from './staged-row';

type Part = 'consignment' | 'item' | 'unknown';
type MappedColumn = {
  readonly part: Part;
  /** Name as a JSON key with its colon, made once. */
  readonly key: string;
  readonly column: RecordColumn | null;
  readonly label: string;
  readonly convert: Convert | null;
};

const NO_PROBLEMS: StagedRow['problems'] = [];
const OF_CONSIGNMENT: ReadonlySet<string> = new Set(CONSIGNMENT_COLUMNS);
const partOf = (column: RecordColumn): Part => (OF_CONSIGNMENT.has(column) ? 'consignment' : 'item');

function columnsOf(layout: Layout): (MappedColumn | null)[] {
  return columnLabels(layout.header).map((label, index) => {
    const target = layout.targets[index] ?? 'kept';
    if (target === 'left_out') return null;
    if (target === 'kept') {
      return { part: 'unknown', key: `${JSON.stringify(label)}:`, column: null, label, convert: null };
    }
    const convert = converterOf(target, layout);
    return { part: partOf(target), key: `${JSON.stringify(target)}:`, column: target, label, convert };
  });
}

function fixedOf(layout: Layout, part: Part): string {
  return Object.entries(layout.fixed)
    .filter(([column, value]) => value !== '' && partOf(column as RecordColumn) === part)
    .map(([column, value]) => `${JSON.stringify(column)}:${JSON.stringify(value)},`)
    .join('');
}

function unread({ column, label }: MappedColumn, layout: Layout, line: number, value: string): Problem {
  if (column === 'expected_arrival_at') {
    return fault('layout_date', column, { line, value, params: { fileColumn: label, form: layout.dateForm } });
  }
  return fault('layout_decimal', column ?? '', {
    line,
    value,
    params: { fileColumn: label, mark: layout.decimalMark },
  });
}

/**
 * Reads rows of a file by its layout: the text of the row stays as sent, the record read from it is in our columns and notation. A
 * value that cannot be read without guessing refuses its consignment, named by the column of the file.
 */
export function mappedReader(
  header: CsvRecord,
  { layout, fingerprint, skipped }: FoundLayout,
  options: ReadOptions,
): (record: CsvRecord) => StagedRow {
  options.onHeader?.(header.raw);
  options.onLayout?.(fingerprint);
  const columns = columnsOf(layout);
  for (const column of columns) {
    if (column?.part === 'unknown') {
      options.onNotice?.(warning('column_unmapped', column.label, { line: header.line, value: column.label }));
    }
  }
  const fixed = { consignment: fixedOf(layout, 'consignment'), item: fixedOf(layout, 'item'), unknown: '' };
  const referenceIndex = layout.targets.indexOf('reference') + skipped;
  const expected = columns.length + skipped;
  return (record) => {
    const { line, raw, fields } = record;
    const reference = fields[referenceIndex] || null;
    const broken = brokenCsvRow(record, reference, expected);
    if (broken) return broken;
    const text = { ...fixed };
    let problems: Problem[] | null = null;
    for (const [index, column] of columns.entries()) {
      const sent = fields[index + skipped] ?? '';
      if (!column || sent === '') continue;
      const value = column.convert ? column.convert(sent) : sent;
      if (value === null) {
        problems ??= [];
        problems.push(unread(column, layout, line, sent));
      } else text[column.part] += `${column.key}${JSON.stringify(value)},`;
    }
    const tail = text.unknown === '' ? '' : `,"unknown":{${text.unknown.slice(0, -1)}}`;
    const content = `{${text.consignment}"items":[{${text.item.slice(0, -1)}}]${tail}}`;
    return { line, reference, raw, content, problems: problems ?? NO_PROBLEMS };
  };
}
