/**
 * A table of two dimensions with its margins, its cells numbered row by row. The last row and the last column hold the sums; where they
 * meet stands the total.
 */
export type Grid = { readonly rows: number; readonly columns: number };

/** Number of a cell. The row or column of sums is the one after the last member. */
export const cellAt = ({ columns }: Grid, row: number, column: number): number => row * (columns + 1) + column;

/** Row and column of a cell. */
export const placeOf = ({ columns }: Grid, cell: number): { readonly row: number; readonly column: number } => ({
  row: Math.floor(cell / (columns + 1)),
  column: cell % (columns + 1),
});

/** How many cells there are, sums included. */
export const sizeOf = ({ rows, columns }: Grid): number => (rows + 1) * (columns + 1);

/** The total. */
export const totalOf = (grid: Grid): number => sizeOf(grid) - 1;

/** Whether a cell is a sum of others. */
export const isSum = (grid: Grid, cell: number): boolean => {
  const { row, column } = placeOf(grid, cell);
  return row === grid.rows || column === grid.columns;
};

/** Fills in the sums of a table that holds its inner cells only. */
export function addSums(grid: Grid, values: bigint[]): void {
  const add = (cell: number, value: bigint) => {
    values[cell] = (values[cell] ?? 0n) + value;
  };
  for (let row = 0; row < grid.rows; row += 1)
    for (let column = 0; column < grid.columns; column += 1) {
      const value = values[cellAt(grid, row, column)] ?? 0n;
      add(cellAt(grid, row, grid.columns), value);
      add(cellAt(grid, grid.rows, column), value);
      add(totalOf(grid), value);
    }
}
