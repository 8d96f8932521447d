import 'server-only';
import type { PivotFile } from '@/db/queries/statistics/export-pivot';
import type { CsvCell } from '@/lib/kernel/csv';
import { workbook } from '@/lib/publication/xlsx';
import type { FileWords } from '@/lib/statistics/export-lines';
import type { PivotFormat } from '@/lib/statistics/pivot-formats';
import { pivotColumns, pivotLines, pivotRows } from '@/lib/statistics/pivot-lines';
import { tableParquet } from '@/lib/statistics/pivot-parquet';
import type { Question } from '@/lib/statistics/question';

/** Columns before those of figures but one: what a line is, its member, its words. How many members it is counts as a figure. */
const TEXT_COLUMNS = 3;

type Asked = { readonly question: Question; readonly words: FileWords; readonly format: PivotFormat };

/** The table of a question in a format: the same rows and cells in each, with what they are. */
export function pivotBody(
  { table, scope }: PivotFile,
  { question, words, format }: Asked,
): string | Uint8Array<ArrayBuffer> {
  if (format === 'csv') return [...pivotLines(table, question, { scope, words })].join('');
  const columns = pivotColumns(table, question, scope.currency);
  const rows = [...pivotRows(table, question, words)];
  const { period, filter, filterWords, definitions } = scope;
  const about = [
    ['definitions', definitions],
    ['days_from', period.from],
    ['days_to', period.to],
    ['filter', filter],
    ['filter_words', filterWords],
  ] as const;
  if (format === 'xlsx') {
    const sheets = [
      { name: 'table', rows: [columns, ...rows.map((row) => row.map(sheetCell))] },
      { name: 'about', rows: about },
    ];
    return new Uint8Array(workbook(sheets));
  }
  if (format === 'parquet') return new Uint8Array(tableParquet(columns, rows, { figuresFrom: TEXT_COLUMNS, about }));
  const lines = rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, jsonCell(row[at] ?? null)])));
  return JSON.stringify({ ...Object.fromEntries(about), columns, lines });
}

const sheetCell = (cell: CsvCell) => cell ?? '';
/** Figures are exact decimal text: a number of JSON may lose digits in its reader. */
const jsonCell = (cell: CsvCell): string | null => (cell !== null && typeof cell === 'object' ? cell.figure : cell);
