import { type Grid, placeOf } from './grid';

/**
 * Sensitive cells of others that somebody finds out who knows some cells: those on no cycle of what is hidden from them (see `suppress.ts`),
 * which are the bridges of that graph. They are found in one walk (Tarjan 1974): an edge is a bridge where nothing below it leads back.
 */
export function exposedBy(
  grid: Grid,
  hidden: ReadonlySet<number>,
  known: ReadonlySet<number>,
  sensitive: ReadonlySet<number>,
): number[] {
  const neighbours = edgesOf(grid, hidden, known);
  const entered = new Int32Array(neighbours.length).fill(-1);
  const lowest = new Int32Array(neighbours.length);
  const exposed: number[] = [];
  let clock = 0;
  const walk = (node: number, by: number): void => {
    lowest[node] = clock;
    entered[node] = clock;
    clock += 1;
    for (const { to, cell } of neighbours[node] ?? []) {
      if (cell === by) continue;
      if (entered[to] === -1) {
        walk(to, cell);
        if ((lowest[to] as number) > (entered[node] as number) && sensitive.has(cell)) exposed.push(cell);
      }
      lowest[node] = Math.min(lowest[node] as number, lowest[to] as number);
    }
  };
  for (let node = 0; node < neighbours.length; node += 1) if (entered[node] === -1) walk(node, -1);
  return exposed;
}

type Edge = { readonly to: number; readonly cell: number };

/** Rows come first, then columns, each with its sums last. */
function edgesOf(grid: Grid, hidden: ReadonlySet<number>, known: ReadonlySet<number>): readonly Edge[][] {
  const neighbours: Edge[][] = Array.from({ length: grid.rows + grid.columns + 2 }, () => []);
  for (const cell of hidden) {
    if (known.has(cell)) continue;
    const { row, column } = placeOf(grid, cell);
    const across = grid.rows + 1 + column;
    neighbours[row]?.push({ to: across, cell });
    neighbours[across]?.push({ to: row, cell });
  }
  return neighbours;
}
