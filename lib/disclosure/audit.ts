import { cellAt, type Grid, sizeOf } from './grid';

/** Below the root of 2^31, so that products stay exact in 32 bits. */
const PRIME = 46_337;

/** A sum of unknowns, each named once. */
export type Sum = readonly number[];

/**
 * Which of the asked sums follow from the known ones, by exact arithmetic. For each that does not follow there is a proof in whole numbers:
 * a change of the unknowns that leaves every known sum as it is and moves the asked one. The change is found modulo a prime and checked
 * without it, so that nothing rests on the prime: what cannot be proved is named as following.
 *
 * This is the test of the row space: a linear attacker, who knows every published figure and every sum, learns a hidden one exactly when
 * it is a combination of the published (handbooks named in `rule.ts`, on the audit of suppression patterns).
 */
export function following(unknowns: number, known: readonly Sum[], asked: readonly Sum[]): number[] {
  const { pivots, free } = reduced(unknowns, known);
  const changes = new Map<number, Int32Array | null>();
  const changeBy = (column: number): Int32Array | null => {
    const tried = changes.get(column);
    if (tried !== undefined) return tried;
    const change = changeOf(column, pivots, unknowns);
    const kept = known.every((sum) => added(sum, change) === 0) ? change : null;
    changes.set(column, kept);
    return kept;
  };
  const isProved = (sum: Sum): boolean => {
    const left = remainder(sum, pivots, unknowns);
    const column = left.findIndex((entry, unknown) => entry !== 0 && free[unknown] === 1);
    const change = column === -1 ? null : changeBy(column);
    return change !== null && added(sum, change) !== 0;
  };
  return asked.flatMap((sum, index) => (isProved(sum) ? [] : [index]));
}

type Pivots = ReadonlyMap<number, Int32Array>;

/** The known sums in reduced echelon form, by the column of their pivot, and which unknowns are free. */
function reduced(unknowns: number, known: readonly Sum[]): { pivots: Pivots; free: Uint8Array } {
  const pivots = new Map<number, Int32Array>();
  for (const sum of known) {
    const row = remainder(sum, pivots, unknowns);
    const column = row.findIndex((entry) => entry !== 0);
    if (column === -1) continue;
    const inverse = power(row[column] as number, PRIME - 2);
    for (let at = column; at < unknowns; at += 1) row[at] = ((row[at] as number) * inverse) % PRIME;
    for (const other of pivots.values()) subtract(other, row, other[column] as number);
    pivots.set(column, row);
  }
  const free = new Uint8Array(unknowns).fill(1);
  for (const column of pivots.keys()) free[column] = 0;
  return { pivots, free };
}

function remainder(sum: Sum, pivots: Pivots, unknowns: number): Int32Array {
  const row = new Int32Array(unknowns);
  for (const unknown of sum) row[unknown] = 1;
  for (const unknown of sum) {
    const pivot = pivots.get(unknown);
    if (pivot) subtract(row, pivot, row[unknown] as number);
  }
  return row;
}

function subtract(from: Int32Array, row: Int32Array, times: number): void {
  if (times === 0) return;
  for (let at = 0; at < row.length; at += 1) {
    const entry = row[at] as number;
    if (entry === 0) continue;
    const left = ((from[at] as number) - ((times * entry) % PRIME)) % PRIME;
    from[at] = left < 0 ? left + PRIME : left;
  }
}

/** The change that moves one free unknown by one and no other free one, its entries as the nearest whole numbers to nought. */
function changeOf(column: number, pivots: Pivots, unknowns: number): Int32Array {
  const change = new Int32Array(unknowns);
  change[column] = 1;
  for (const [pivot, row] of pivots) {
    const entry = row[column] as number;
    change[pivot] = entry > PRIME / 2 ? PRIME - entry : -entry;
  }
  return change;
}

const added = (sum: Sum, change: Int32Array): number =>
  sum.reduce((whole, unknown) => whole + (change[unknown] as number), 0);

function power(base: number, exponent: number): number {
  let [result, square] = [1, base % PRIME];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

/**
 * Hidden cells of a table that follow from its published ones. `isUnknown` narrows what has to be found out: of two vintages subtracted
 * from each other, an attacker may know which figures did not move at all.
 */
export function exposedIn(
  grid: Grid,
  isPublished: (cell: number) => boolean,
  isUnknown: (cell: number) => boolean = () => true,
): number[] {
  const numbers = new Map<number, number>();
  const sums: { cell: number; inner: number[] }[] = [];
  const inRow: number[][] = Array.from({ length: grid.rows }, () => []);
  const inColumn: number[][] = Array.from({ length: grid.columns }, () => []);
  for (let row = 0; row < grid.rows; row += 1)
    for (let column = 0; column < grid.columns; column += 1) {
      const cell = cellAt(grid, row, column);
      if (isPublished(cell) || !isUnknown(cell)) continue;
      numbers.set(cell, numbers.size);
      inRow[row]?.push(cell);
      inColumn[column]?.push(cell);
    }
  inRow.forEach((inner, row) => {
    sums.push({ cell: cellAt(grid, row, grid.columns), inner });
  });
  inColumn.forEach((inner, column) => {
    sums.push({ cell: cellAt(grid, grid.rows, column), inner });
  });
  sums.push({ cell: sizeOf(grid) - 1, inner: [...numbers.keys()] });
  const numbered = (cells: readonly number[]) => cells.map((cell) => numbers.get(cell) as number);
  const known = sums.filter(({ cell }) => isPublished(cell)).map(({ inner }) => numbered(inner));
  const hidden = [
    ...[...numbers.keys()].map((cell) => ({ cell, inner: [cell] })),
    ...sums.filter(({ cell }) => !isPublished(cell) && isUnknown(cell)),
  ];
  const found = following(
    numbers.size,
    known,
    hidden.map(({ inner }) => numbered(inner)),
  );
  return found.map((index) => hidden[index]?.cell as number);
}
