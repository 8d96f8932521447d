import { exposedBy } from './alone';
import { type Grid, placeOf, sizeOf, totalOf } from './grid';

export type Suppression = {
  /** Cells that may not be told. */
  readonly sensitive: readonly number[];
  /** Cells that are hidden anyhow, and cost nothing more. */
  readonly hidden: ReadonlySet<number>;
  /** What is lost by hiding a cell; infinite for one that cannot help, such as a nought everybody knows of. */
  readonly cost: (cell: number) => number;
  /** How large a cell is in each measure. */
  readonly sizes: (cell: number) => readonly number[];
  /** A sensitive figure is to be movable by this part of a hundred of it, in each measure. */
  readonly slidingPercent: number;
  /** Sets of cells, each known to some contributor who is alone behind them: nothing may be hidden behind those alone. */
  readonly knownTo: readonly ReadonlySet<number>[];
};

/**
 * Secondary suppression. Each figure is an edge between its row and its column, each sum an edge to the row or column of sums: then what
 * is published determines a hidden figure exactly when its edge lies on no cycle of hidden ones. So every sensitive cell is given
 * the cheapest cycle there is, by a shortest path that goes round it, the largest first and what is hidden already for nothing. Along
 * such a cycle an amount can be added and taken off by turns, up to the least figure on it, and every published sum stays as it was: with
 * cells that cover it, the range of the hidden figure is known to be as wide. Where no cycle is wide enough in every measure, several are
 * taken together.
 *
 * A cycle of sensitive cells alone hides little from those who are behind them: it is taken only where there is no other. And a contributor
 * who is alone behind some cells can take them off: without them, every sensitive cell of others must still lie on a cycle.
 *
 * Method: networks for two-way tables (Cox 1980, 1995; Kelly, Golden, Assad 1992; Castro 2012), as in the handbooks named in `rule.ts`,
 * which call what single contributors know the problem of singletons.
 *
 * Gives every hidden cell, or null where something cannot be hidden so: where everything is the figure of one, its total would tell it. The
 * total itself is never hidden.
 */
export function suppress(grid: Grid, asked: Suppression): ReadonlySet<number> | null {
  const hidden = new Set([...asked.hidden, ...asked.sensitive]);
  if (hidden.has(totalOf(grid))) return null;
  const costs = Float64Array.from({ length: sizeOf(grid) }, (_, cell) => asked.cost(cell));
  costs[totalOf(grid)] = Number.POSITIVE_INFINITY;
  for (const cell of hidden) costs[cell] = 0;
  const hide = (cells: readonly number[] | null): boolean => {
    for (const cell of cells ?? []) {
      hidden.add(cell);
      costs[cell] = 0;
    }
    return cells !== null;
  };
  const sensitive = new Set(asked.sensitive);
  const largestFirst = [...asked.sensitive].sort((a, b) => asked.cost(b) - asked.cost(a) || a - b);
  for (const cell of largestFirst) if (!hide(coverOf(grid, asked, sensitive, cell, costs))) return null;
  for (const known of asked.knownTo)
    for (const cell of exposedBy(grid, hidden, known, sensitive))
      if (!hide(cheapestRound(grid, cell, costs, (by) => !known.has(by)))) return null;
  return hidden;
}

/** The cells behind which a sensitive one is hidden as wide as asked; null where all there are do not do. */
function coverOf(
  grid: Grid,
  { sizes, slidingPercent }: Suppression,
  sensitive: ReadonlySet<number>,
  cell: number,
  costs: Float64Array,
): readonly number[] | null {
  const needed = sizes(cell).map((size) => (size * slidingPercent) / 100);
  const isLarge = (by: number) => {
    const own = sizes(by);
    for (let measure = 0; measure < needed.length; measure += 1)
      if ((own[measure] as number) < (needed[measure] as number)) return false;
    return true;
  };
  // Who alone is behind the sum of a line is behind its cells: knowing it gives them nothing of another's.
  const isOther = (by: number) => !sensitive.has(by) || isSumOver(grid, by, cell);
  const one =
    cheapestRound(grid, cell, costs, (by) => isOther(by) && isLarge(by)) ?? cheapestRound(grid, cell, costs, isLarge);
  if (one) return one;
  // Each measure has its own figures, so that each may be moved along cycles of its own.
  const rounds = needed.map((size, measure) => {
    const sizeOf = (by: number) => sizes(by)[measure] as number;
    return roundsFor(grid, cell, costs, { needed: size, sizeOf });
  });
  return rounds.includes(null) ? null : [...new Set(rounds.flatMap((cells) => cells ?? []))];
}

/** Cells of cycles that have none in common and are together as wide as asked; null where there are not so many. */
function roundsFor(
  grid: Grid,
  cell: number,
  costs: Float64Array,
  { needed, sizeOf }: { readonly needed: number; readonly sizeOf: (cell: number) => number },
): readonly number[] | null {
  const taken = new Set<number>();
  let left = needed;
  while (left > 0) {
    const adds = (least: number) => (by: number) => !taken.has(by) && sizeOf(by) >= least;
    const round = cheapestRound(grid, cell, costs, adds(left)) ?? cheapestRound(grid, cell, costs, adds(LEAST));
    if (!round) return null;
    left -= Math.min(...round.map(sizeOf));
    for (const by of round) taken.add(by);
  }
  return [...taken];
}

/** Figures are whole numbers. */
const LEAST = 1;

function isSumOver(grid: Grid, sum: number, cell: number): boolean {
  const [over, inner] = [placeOf(grid, sum), placeOf(grid, cell)];
  return (
    (over.column === grid.columns && over.row === inner.row) || (over.row === grid.rows && over.column === inner.column)
  );
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
