import type { CsvCell } from '@/lib/kernel/csv';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { NOT_DECLARED } from './contributions';

import type { ExploredFigure } from './explored-figures';
import {
  amountColumn,
  columnLine,
  columnOf,
  dataLine,
  type FileScope,
  type FileWords,
  memberCell,
} from './export-lines';
import { FIGURES, type Figure } from './measures';
import type { Member } from './pivot';
import type { Head, PivotTable } from './pivot-table';
import type { Axis, Question } from './question';

/** Columns of the figures that only the explorer shows; an amount carries its currency. */
const COLUMNS: Readonly<Record<Exclude<ExploredFigure, Figure>, { readonly name: string; readonly isAmount?: true }>> =
  {
    quantity: { name: 'quantity' },
    released: { name: 'released' },
    extraCharges: { name: 'extra_charges', isAmount: true },
    valuePerConsignment: { name: 'value_per_consignment', isAmount: true },
    valuePerItem: { name: 'value_per_item', isAmount: true },
    valuePerKg: { name: 'value_per_kg', isAmount: true },
    massPerConsignment: { name: 'net_mass_per_consignment_kg' },
    releaseHours: { name: 'mean_hours_to_release' },
  };

function exploredColumn(figure: ExploredFigure, currency: PolicyCurrency): string {
  const plain = FIGURES.find((one): one is Figure => one === figure);
  if (plain) return columnOf(plain, currency);
  const { name, isAmount } = COLUMNS[figure as Exclude<ExploredFigure, Figure>];
  return isAmount ? amountColumn(name, currency) : name;
}

const SAID = {
  figure: '',
  before: 'previous_',
  change: 'change_',
  share: 'share_',
  index: 'index_',
  rolling: 'mean7_',
} as const;

/** `consignments`, `previous_consignments`, and where columns stand for members `CN consignments`. */
function headCell({ column, figure, says }: Head, columns: Question['columns'], currency: PolicyCurrency): string {
  const name = `${SAID[says]}${exploredColumn(figure, currency)}`;
  if (columns === null) return name;
  const member = { member: column.key === NOT_DECLARED ? 'not_declared' : column.key, rest: 'rest', total: 'total' }[
    column.kind
  ];
  return `${member} ${name}`;
}

export type PivotWords = { readonly scope: FileScope; readonly words: FileWords };

/** The names of the columns of the table in a file: what a line is, its member, and a name for each column of figures. */
export const pivotColumns = ({ heads }: PivotTable, { rows, columns }: Shape, currency: PolicyCurrency): string[] => [
  'line',
  rows,
  `${rows}_words`,
  'members',
  ...heads.map((head) => headCell(head, columns, currency)),
];

/**
 * The rows of the table under `pivotColumns`: what is told one by one, what is told together and the whole, in that order, each marked as
 * what it is. Whoever adds up the rows marked `member` and `rest` comes to the one marked `total`. Every kind of file is made of them.
 */
export function* pivotRows({ lines, total }: PivotTable, { rows }: Shape, words: FileWords): Generator<CsvCell[]> {
  for (const { row, cells } of [...lines, total])
    yield [
      row.kind,
      ...rowCells(row, rows, words),
      ...cells.map(({ text }): CsvCell => (text === null ? null : { figure: text })),
    ];
}

/** The table as the lines of a CSV file. */
export function* pivotLines(table: PivotTable, shape: Shape, { scope, words }: PivotWords): Generator<string> {
  yield columnLine(pivotColumns(table, shape, scope.currency));
  for (const cells of pivotRows(table, shape, words)) yield dataLine(cells, scope);
}

type Shape = Pick<Question, 'rows' | 'columns'>;

function rowCells(row: Member, axis: Axis, words: FileWords): CsvCell[] {
  if (row.kind === 'rest') return [null, null, { figure: String(row.count) }];
  if (row.kind === 'total') return [null, null, null];
  return [memberCell(row.key), words.member(axis, row.key), { figure: '1' }];
}
