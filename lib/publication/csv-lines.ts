import { csvLine } from '@/lib/kernel/csv';
import { SUM, shapeOf } from './datasets';
import { eachCell, type MemberWords, numberOf, type PublishedTable } from './published';

/** Names of the columns of a measure, with its unit. */
export function measureColumns({ dataset, currency }: Pick<PublishedTable, 'dataset' | 'currency'>): readonly string[] {
  return shapeOf(dataset).measures.map((measure) => {
    if (measure === 'value') return `value_${currency.toLowerCase()}`;
    return measure === 'mass' ? 'net_mass_kg' : measure;
  });
}

/** A file's cells: figures that are none (`c`, `:`) are text like codes. */
export type FileCell = string | { readonly figure: string };

/**
 * The table as rows of cells under the names of its columns: codes, their names, figures. What it holds stands in every row, and so does a
 * remark on the whole of it: a file has no other place that is not lost when rows are taken out.
 */
export function* tableRows(table: PublishedTable, words: MemberWords, remark = ''): Generator<readonly FileCell[]> {
  const { row: down, column: across } = shapeOf(table.dataset);
  const [downName, acrossName] = [columnName(down), columnName(across)];
  yield [
    ...['month', 'vintage', 'remark', downName, `${downName}_words`, acrossName, `${acrossName}_words`],
    ...measureColumns(table),
  ];
  for (const { row, column } of eachCell(table))
    yield [
      table.month,
      { figure: String(table.vintage) },
      remark,
      ...[codeOf(row), words(down, row), codeOf(column), words(across, column)],
      ...table.figuresOf(row, column).map((figure) => (numberOf(figure) === null ? figure : { figure })),
    ];
}

/** The code of a member in a file: sums are `_T`, and what was not declared is `_U`, as SDMX has them. */
export function codeOf(member: string): string {
  if (member === SUM) return '_T';
  return member === '-' ? '_U' : member;
}

/** The name of a dimension as a column. */
export const columnName = (dimension: string): string =>
  dimension.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The table as CSV. */
export function* publishedCsv(table: PublishedTable, words: MemberWords, remark = ''): Generator<string> {
  for (const cells of tableRows(table, words, remark)) yield csvLine(cells);
}
