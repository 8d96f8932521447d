import { compareMembers, type Dataset, SUM, shapeOf } from './datasets';

/** Where the cells of a table stand: its members in order, the sum after the last. */
export type Layout = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Number of the cell of two members, counted row by row with the sums. */
  readonly cell: (row: string, column: string) => number;
  readonly places: readonly { readonly row: string; readonly column: string }[];
};

type Place = { readonly row: string; readonly column: string };

/** Lays out a table that has at least these cells. */
export function layoutOf(dataset: Dataset, cells: readonly Place[]): Layout {
  const shape = shapeOf(dataset);
  const members = (of: keyof Place) =>
    [...new Set(cells.map((cell) => cell[of]))]
      .filter((member) => member !== SUM)
      .sort((a, b) => compareMembers(shape[of], a, b));
  const [rows, columns] = [members('row'), members('column')];
  const [rowAt, columnAt] = [indexOf(rows), indexOf(columns)];
  return {
    rows,
    columns,
    cell: (row, column) => (rowAt.get(row) as number) * (columns.length + 1) + (columnAt.get(column) as number),
    places: [...rows, SUM].flatMap((row) => [...columns, SUM].map((column) => ({ row, column }))),
  };
}

const indexOf = (members: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...members, SUM].map((member, index) => [member, index]));
