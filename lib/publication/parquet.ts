import { parquetWriteBuffer } from 'hyparquet-writer';
import { codeOf, columnName, measureColumns } from './csv-lines';
import { shapeOf } from './datasets';
import { eachCell, type MemberWords, numberOf, type PublishedTable } from './published';

/** What a table is, as names and values: it stands in the foot of the file, where readers look for it. */
export type About = readonly (readonly [name: string, value: string])[];

/**
 * The table as Apache Parquet (format 2): one row a cell, as in CSV. A figure is a whole number or missing; why it is missing stands in the
 * column of its sign, so that what is hidden (`c`) and what is not available (`:`) stay apart from each other and from nothing.
 */
export function publishedParquet(table: PublishedTable, words: MemberWords, remark: string, about: About): ArrayBuffer {
  const { row: down, column: across, measures } = shapeOf(table.dataset);
  const cells = [...eachCell(table)];
  const figures = cells.map(({ row, column }) => table.figuresOf(row, column));
  const text = (name: string, of: (cell: { row: string; column: string }) => string) =>
    ({ name, data: cells.map(of), type: 'STRING', nullable: false }) as const;
  const [downName, acrossName] = [columnName(down), columnName(across)];
  return parquetWriteBuffer({
    columnData: [
      text('month', () => table.month),
      { name: 'vintage', data: cells.map(() => table.vintage), type: 'INT32', nullable: false },
      text('remark', () => remark),
      text(downName, ({ row }) => codeOf(row)),
      text(`${downName}_words`, ({ row }) => words(down, row)),
      text(acrossName, ({ column }) => codeOf(column)),
      text(`${acrossName}_words`, ({ column }) => words(across, column)),
      ...measures.flatMap((_, at) => {
        const name = measureColumns(table)[at] ?? '';
        const told = figures.map((cell) => cell[at] ?? '');
        return [
          {
            name,
            data: told.map((figure) => (numberOf(figure) === null ? null : BigInt(figure))),
            type: 'INT64',
            nullable: true,
          } as const,
          {
            name: `${name}_sign`,
            data: told.map((figure) => (numberOf(figure) === null ? figure : null)),
            type: 'STRING',
            nullable: true,
          } as const,
        ];
      }),
    ],
    kvMetadata: about.map(([key, value]) => ({ key, value })),
  });
}
