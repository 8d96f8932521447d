import { type Grid, isSum, placeOf } from './grid';
import type { Standing } from './protect';

/** How much of a table is told: inner cells that are no noughts, and what they hold. */
export type Kept = {
  readonly cells: number;
  readonly cellsShown: number;
  readonly size: bigint;
  readonly sizeShown: bigint;
};

/** Adds up what is told of a table. Held cells tell a figure, though an older one. */
export function keptOf(grid: Grid, sizes: readonly bigint[], standings: readonly Standing[]): Kept {
  const kept = { cells: 0, cellsShown: 0, size: 0n, sizeShown: 0n };
  sizes.forEach((size, cell) => {
    if (isSum(grid, cell) || size === 0n) return;
    const isShown = standings[cell] !== 'hidden';
    kept.cells += 1;
    kept.cellsShown += isShown ? 1 : 0;
    kept.size += size;
    kept.sizeShown += isShown ? size : 0n;
  });
  return kept;
}

/** What would be told if every row with a sensitive cell were left out whole, as simple systems do: for comparison only. */
export function wholeRowsHidden(grid: Grid, sensitive: ReadonlySet<number>, cells: number): readonly Standing[] {
  const rows = new Set([...sensitive].map((cell) => placeOf(grid, cell).row).filter((row) => row < grid.rows));
  return Array.from({ length: cells }, (_, cell) => (rows.has(placeOf(grid, cell).row) ? 'hidden' : 'shown'));
}
