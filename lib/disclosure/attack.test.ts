import { describe, expect, it } from 'vitest';
import { aMonthOfTrade, cellsOfTrade, earlierOf } from '@/tests/support/a-trade';
import { attack, type Equation, residue } from '@/tests/support/linear-attack';
import { cellAt, type Grid, isSum, sizeOf } from './grid';
import { keptOf, wholeRowsHidden } from './kept';
import { type Cell, protect, type Standing } from './protect';
import { CONTRIBUTOR_ROLES, type Contributors, DISCLOSURE_RULE, findingOf } from './rule';

const GRID: Grid = { rows: 60, columns: 70 };
const ALL = Array.from({ length: sizeOf(GRID) }, (_, cell) => cell);
const MONTHS = [1, 2, 3];
/** Parcels of a month, and late ones that its revision brings. */
const PARCELS = 60_000;
const LATE = 900;

type Vintage = { readonly name: string; readonly cells: readonly Cell[]; readonly standings: readonly Standing[] };
type Published = { readonly first: Vintage; readonly revision: Vintage };

const published: readonly Published[] = MONTHS.map((month) => {
  const parcels = aMonthOfTrade(GRID, PARCELS, month);
  const late = aMonthOfTrade(GRID, LATE, 100 + month).slice(0, LATE);
  const cells = cellsOfTrade(GRID, parcels, null);
  const first = { name: `${month}/1`, cells, standings: standingsOf(cells, null) };
  const revised = cellsOfTrade(GRID, [...parcels, ...late], late);
  const revision = { name: `${month}/2`, cells: revised, standings: standingsOf(revised, first) };
  return { first, revision };
});

function standingsOf(cells: readonly Cell[], before: Omit<Vintage, 'name'> | null): readonly Standing[] {
  const made = protect(GRID, cells, DISCLOSURE_RULE, before && earlierOf(before.cells, before.standings));
  if (!made.isPublishable) throw new Error(made.because);
  return made.standings;
}

/** Every sum of a vintage as an equation in what is not told of it. */
function equationsOf({ name, cells, standings }: Vintage): Equation[] {
  const figureOf = (cell: number) => cells[cell]?.figures[0] ?? 0n;
  const inner = (cellsOf: readonly number[], sumCell: number): Equation => {
    const terms = new Map<string, number>();
    let sum = 0n;
    const enter = (cell: number, sign: 1 | -1) => {
      if (standings[cell] === 'shown') sum -= BigInt(sign) * figureOf(cell);
      else terms.set(`${name} ${cell}`, sign === 1 ? 1 : MINUS_ONE);
    };
    for (const cell of cellsOf) enter(cell, 1);
    enter(sumCell, -1);
    return { terms, sum };
  };
  const lines = (outer: number, inside: number, at: (o: number, i: number) => number) =>
    Array.from({ length: outer + 1 }, (_, o) =>
      inner(
        Array.from({ length: inside }, (_unused, i) => at(o, i)),
        at(o, inside),
      ),
    );
  return [
    ...lines(GRID.rows, GRID.columns, (row, column) => cellAt(GRID, row, column)),
    ...lines(GRID.columns, GRID.rows, (column, row) => cellAt(GRID, row, column)),
  ];
}

const MINUS_ONE = 67_108_858;

/** What did not move is known to be the same in both, whoever tells the attacker. */
function equalities({ first, revision }: Published): Equation[] {
  return ALL.flatMap((cell) => {
    const [was, is] = [first.cells[cell]?.figures[0] ?? 0n, revision.cells[cell]?.figures[0] ?? 0n];
    if (was !== is || isSum(GRID, cell)) return [];
    const [wasTold, isTold] = [first.standings[cell] === 'shown', revision.standings[cell] === 'shown'];
    if (wasTold && isTold) return [];
    const terms = new Map<string, number>();
    if (!wasTold) terms.set(`${first.name} ${cell}`, 1);
    if (!isTold) terms.set(`${revision.name} ${cell}`, MINUS_ONE);
    return [{ terms, sum: (isTold ? is : 0n) - (wasTold ? was : 0n) }];
  });
}

describe('an attacker who solves everything that was published as one linear system', () => {
  it('has more than ten thousand published figures to work with, of months and their revisions', () => {
    const told = published.flatMap(({ first, revision }) =>
      [first, revision].flatMap(({ cells, standings }) =>
        ALL.filter((cell) => standings[cell] === 'shown' && cells[cell]?.figures[0] !== 0n),
      ),
    );
    expect(told.length).toBeGreaterThan(10_000);
  });

  it('recovers what is hidden where sums were not thought of', () => {
    const { cells } = (published[0] as Published).first;
    const standings = cells.map((_, cell): Standing => (isSensitive(cells, cell) ? 'hidden' : 'shown'));
    const naive = { name: 'naive', cells, standings };
    const { found } = attack(equationsOf(naive));
    expect(found.size).toBeGreaterThan(0);
    for (const [name, value] of found) expect(value).toBe(residue(valueNamed(naive, name)));
  });

  it.each(published.map((one, at) => [MONTHS[at], one] as const))('recovers nothing of month %d', (_, month) => {
    const { first, revision } = month;
    const changes = ALL.filter(
      (cell) =>
        first.standings[cell] !== 'shown' &&
        first.cells[cell]?.figures[0] !== revision.cells[cell]?.figures[0] &&
        findingOf(revision.cells[cell]?.changed ?? {}, DISCLOSURE_RULE) !== null,
    );
    const { found, foundDifferences } = attack(
      [...equationsOf(first), ...equationsOf(revision), ...equalities(month)],
      changes.map((cell) => [`${revision.name} ${cell}`, `${first.name} ${cell}`] as const),
    );
    expect([...found.keys()]).toEqual([]);
    expect(foundDifferences).toEqual([]);
  });

  it('recovers no more who is alone behind some cells and takes them off', () => {
    for (const { first } of published) {
      const traders = aloneIn(first.cells.map(({ contributors }) => contributors));
      expect(traders.size).toBeGreaterThan(5);
      // The one who knows most, and some of those who know least.
      const byCells = [...traders.values()].sort((a, b) => b.size - a.size);
      for (const known of [byCells[0], ...byCells.slice(-3)] as readonly Set<number>[]) {
        const own = ALL.filter((cell) => known.has(cell) && first.standings[cell] !== 'shown').map(
          (cell): Equation => ({
            terms: new Map([[`${first.name} ${cell}`, 1]]),
            sum: first.cells[cell]?.figures[0] ?? 0n,
          }),
        );
        const { found } = attack([...equationsOf(first), ...own]);
        const ofOthers = ALL.filter((cell) => isSensitive(first.cells, cell) && !known.has(cell));
        expect(ofOthers.filter((cell) => found.has(`${first.name} ${cell}`))).toEqual([]);
      }
    }
  });

  it('learns no hidden figure closely from what it can be at most', () => {
    for (const { first } of published) {
      const most = mostOf(first);
      const close = ALL.filter((cell) => {
        const value = first.cells[cell]?.figures[0] ?? 0n;
        const isOpen = (most.get(cell) ?? 0n) * 100n >= value * BigInt(100 + DISCLOSURE_RULE.slidingPercent);
        return isSensitive(first.cells, cell) && !isOpen;
      });
      expect(close).toEqual([]);
    }
  });
});

describe('what is told all the same', () => {
  it('is more cells, and more value, than where whole rows are left out', async ({ annotate }) => {
    for (const { first } of published) {
      const sizes = first.cells.map(({ figures }) => figures[0] ?? 0n);
      const sensitive = new Set(ALL.filter((cell) => isSensitive(first.cells, cell)));
      const ours = keptOf(GRID, sizes, first.standings);
      const rows = keptOf(GRID, sizes, wholeRowsHidden(GRID, sensitive, ALL.length));
      await annotate(
        `month ${first.name}: ${ours.cellsShown} of ${ours.cells} cells and ${percent(ours)} of the value told; whole rows: ${rows.cellsShown} and ${percent(rows)}`,
      );
      expect(ours.cellsShown).toBeGreaterThan(rows.cellsShown);
      expect(ours.sizeShown).toBeGreaterThan(rows.sizeShown);
    }
  });
});

/** The cells each contributor is alone behind. */
function aloneIn(behind: readonly Contributors[]): Map<string, Set<number>> {
  const cellsOf = new Map<string, Set<number>>();
  behind.forEach((contributors, cell) => {
    for (const role of CONTRIBUTOR_ROLES) {
      const name = contributors[role]?.alone;
      if (name) cellsOf.set(name, (cellsOf.get(name) ?? new Set()).add(cell));
    }
  });
  return cellsOf;
}

const percent = ({ size, sizeShown }: { size: bigint; sizeShown: bigint }) => `${(sizeShown * 100n) / size} %`;

function isSensitive(cells: readonly Cell[], cell: number): boolean {
  const made = SENSITIVE.get(cells) ?? protect(GRID, cells, DISCLOSURE_RULE, null);
  SENSITIVE.set(cells, made);
  return made.isPublishable && made.findings[cell] !== null;
}
const SENSITIVE = new Map<readonly Cell[], ReturnType<typeof protect>>();

function valueNamed({ cells }: Vintage, name: string): bigint {
  return cells[Number(name.split(' ')[1])]?.figures[0] ?? 0n;
}

/** The most a hidden inner cell can be where no figure is below nought: what its row, and its column, leave over. */
function mostOf({ cells, standings }: Vintage): Map<number, bigint> {
  const most = new Map<number, bigint>();
  const left = (line: readonly number[], sum: number) =>
    standings[sum] === 'shown'
      ? (cells[sum]?.figures[0] ?? 0n) -
        line.reduce((told, cell) => told + (standings[cell] === 'shown' ? (cells[cell]?.figures[0] ?? 0n) : 0n), 0n)
      : null;
  const lines = [
    ...Array.from(
      { length: GRID.rows },
      (_, row) =>
        [
          Array.from({ length: GRID.columns }, (_unused, column) => cellAt(GRID, row, column)),
          cellAt(GRID, row, GRID.columns),
        ] as const,
    ),
    ...Array.from(
      { length: GRID.columns },
      (_, column) =>
        [
          Array.from({ length: GRID.rows }, (_unused, row) => cellAt(GRID, row, column)),
          cellAt(GRID, GRID.rows, column),
        ] as const,
    ),
  ];
  const unlimited = 1n << 62n;
  for (const [line, sum] of lines) {
    const rest = left(line, sum) ?? unlimited;
    for (const cell of line) if (standings[cell] !== 'shown') most.set(cell, min(most.get(cell) ?? unlimited, rest));
  }
  for (const cell of ALL) if (isSum(GRID, cell) && standings[cell] !== 'shown') most.set(cell, unlimited);
  return most;
}

const min = (a: bigint, b: bigint) => (a < b ? a : b);
