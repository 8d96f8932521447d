import { type Grid, placeOf, sizeOf, totalOf } from './grid';

export type Suppression = {
  /** Cells that may not be told. */
  readonly sensitive: readonly number[];
  /** Cells that are hidden anyhow, and cost nothing more. */
  readonly hidden: ReadonlySet<number>;
  /** What is lost by hiding a cell; infinite for one that cannot help, such as a nought everybody knows of. */
  readonly cost: (cell: number) => number;
  /** Whether a cell is large enough to hide another one behind it. */
  readonly covers: (cell: number, behind: number) => boolean;
};

/**
 * Secondary suppression. Each figure is an edge between its row and its column, each sum an edge to the row or column of sums: then what
 * is published determines a hidden figure exactly when its edge lies on no cycle of hidden ones. So every sensitive cell is given
 * the cheapest cycle there is, by a shortest path that goes round it, the largest first and what is hidden already for nothing. Along
 * such a cycle an amount can be added and taken off by turns, up to the least figure on it, and every published sum stays as it was: with
 * cells that cover it, the range of the hidden figure is known to be as wide.
 *
 * Method: networks for two-way tables (Cox 1980, 1995; Kelly, Golden, Assad 1992; Castro 2012), as in the handbooks named in `rule.ts`.
 *
 * Gives every hidden cell, or null where something cannot be hidden: where everything is the figure of one, its total would tell it. The
 * total itself is never hidden.
 */
export function suppress(grid: Grid, asked: Suppression): ReadonlySet<number> | null {
  const hidden = new Set([...asked.hidden, ...asked.sensitive]);
  if (hidden.has(totalOf(grid))) return null;
  const costs = Float64Array.from({ length: sizeOf(grid) }, (_, cell) => asked.cost(cell));
  costs[totalOf(grid)] = Number.POSITIVE_INFINITY;
  for (const cell of hidden) costs[cell] = 0;
  const largestFirst = [...asked.sensitive].sort((a, b) => asked.cost(b) - asked.cost(a) || a - b);
  for (const cell of largestFirst) {
    const round =
      cheapestRound(grid, cell, costs, (by) => asked.covers(by, cell)) ?? cheapestRound(grid, cell, costs, () => true);
    if (!round) return null;
    for (const complement of round) {
      hidden.add(complement);
      costs[complement] = 0;
    }
  }
  return hidden;
}

/** The other cells of the cheapest cycle through one, by Dijkstra's method on rows and columns; null where there is none. */
function cheapestRound(
  grid: Grid,
  around: number,
  costs: Float64Array,
  isFit: (cell: number) => boolean,
): readonly number[] | null {
  const [rows, columns] = [grid.rows + 1, grid.columns + 1];
  const { row: from, column: to } = placeOf(grid, around);
  const target = rows + to;
  const distance = new Float64Array(rows + columns).fill(Number.POSITIVE_INFINITY);
  const cameBy = new Int32Array(rows + columns).fill(-1);
  const isDone = new Uint8Array(rows + columns);
  distance[from] = 0;
  for (let node = from; node !== -1; node = nearest(distance, isDone)) {
    isDone[node] = 1;
    if (node === target) return cellsBack(target, from, cameBy, rows, columns);
    const isRow = node < rows;
    const base = distance[node] as number;
    for (let other = 0; other < (isRow ? columns : rows); other += 1) {
      const neighbour = isRow ? rows + other : other;
      if (isDone[neighbour]) continue;
      const cell = isRow ? node * columns + other : other * columns + (node - rows);
      // A step has a small price of its own: of two ways that cost the same, the shorter one.
      const length = base + (costs[cell] as number) + STEP;
      if (length < (distance[neighbour] as number) && cell !== around && isFit(cell)) {
        distance[neighbour] = length;
        cameBy[neighbour] = cell;
      }
    }
  }
  return null;
}

const STEP = 1e-6;

function nearest(distance: Float64Array, isDone: Uint8Array): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < distance.length; node += 1)
    if (!isDone[node] && (distance[node] as number) < least) {
      least = distance[node] as number;
      best = node;
    }
  return best;
}

function cellsBack(target: number, from: number, cameBy: Int32Array, rows: number, columns: number): readonly number[] {
  const cells: number[] = [];
  for (let node = target; node !== from; ) {
    const cell = cameBy[node] as number;
    cells.push(cell);
    node = node < rows ? rows + (cell % columns) : Math.floor(cell / columns);
  }
  return cells;
}
