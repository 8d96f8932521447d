/** What an attacker knows: unknowns by name, each equation a sum of unknowns with what it comes to. */
export type Equation = { readonly terms: ReadonlyMap<string, number>; readonly sum: bigint };

/** Another prime than the product's own audit works by, and another way: the attack must not share its mistakes. */
const PRIME = 67_108_859;

/**
 * Solves everything that was published as one linear system and gives the unknowns it determines, with the value it finds for each (modulo
 * the prime), and the asked differences of two unknowns it determines.
 */
export function attack(
  equations: readonly Equation[],
  differences: readonly (readonly [string, string])[] = [],
): { readonly found: ReadonlyMap<string, number>; readonly foundDifferences: readonly (readonly [string, string])[] } {
  const rows: Map<string, Row> = new Map();
  for (const { terms, sum } of equations) {
    const row = reduced({ terms: new Map(terms), sum: mod(Number(sum % BigInt(PRIME))) }, rows);
    const pivot = row.terms.keys().next().value;
    if (pivot === undefined) continue;
    const scale = inverse(row.terms.get(pivot) as number);
    scaleBy(row, scale);
    for (const other of rows.values()) {
      const times = other.terms.get(pivot);
      if (times) subtract(other, row, times);
    }
    rows.set(pivot, row);
  }
  const found = new Map<string, number>();
  for (const [pivot, row] of rows) if (row.terms.size === 1) found.set(pivot, row.sum);
  const isFound = ([a, b]: readonly [string, string]) =>
    reduced(
      {
        terms: new Map([
          [a, 1],
          [b, PRIME - 1],
        ]),
        sum: 0,
      },
      rows,
    ).terms.size === 0;
  return { found, foundDifferences: differences.filter(isFound) };
}

/** An amount as the attack finds it. */
export const residue = (value: bigint): number => mod(Number(value % BigInt(PRIME)));

type Row = { readonly terms: Map<string, number>; sum: number };

const mod = (value: number) => ((value % PRIME) + PRIME) % PRIME;

function reduced(row: Row, rows: ReadonlyMap<string, Row>): Row {
  for (const name of [...row.terms.keys()]) {
    const pivot = rows.get(name);
    const times = row.terms.get(name);
    if (pivot && times) subtract(row, pivot, times);
  }
  return row;
}

function subtract(from: Row, row: Row, times: number): void {
  for (const [name, entry] of row.terms) {
    const left = mod((from.terms.get(name) ?? 0) - ((times * entry) % PRIME));
    if (left === 0) from.terms.delete(name);
    else from.terms.set(name, left);
  }
  from.sum = mod(from.sum - ((times * row.sum) % PRIME));
}

function scaleBy(row: Row, scale: number): void {
  for (const [name, entry] of row.terms) row.terms.set(name, (entry * scale) % PRIME);
  row.sum = (row.sum * scale) % PRIME;
}

function inverse(value: number): number {
  let [result, square] = [1, value];
  for (let rest = PRIME - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}
