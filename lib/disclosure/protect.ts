import { exposedIn } from './audit';
import { type Grid, isSum, sizeOf, totalOf } from './grid';
import {
  type ContributorRole,
  type Contributors,
  type DisclosureRule,
  type Finding,
  findingOf,
  isChangeSensitive,
} from './rule';
import { suppress } from './suppress';

/** What is known of a cell of a table: its figures, one a measure, the first the one that tells how large it is, and who is behind them. */
export type Cell = {
  readonly figures: readonly bigint[];
  readonly contributors: Contributors;
  /** How many are behind what changed since the vintage before, by part; null for a first vintage. */
  readonly changed: Readonly<Partial<Record<ContributorRole, number>>> | null;
};

/** `shown` is told, `hidden` is not, `held` keeps the figure of the vintage before, since the change would tell too much. */
export const STANDINGS = ['shown', 'hidden', 'held'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How a cell stood in the vintage before, and its figures there, told or not. */
export type Earlier = { readonly figures: readonly bigint[]; readonly standing: Standing };

export type Protected =
  | {
      readonly isPublishable: true;
      readonly standings: readonly Standing[];
      readonly findings: readonly (Finding | null)[];
    }
  /** The whole would tell of somebody, or all that changed since the vintage before would. */
  | { readonly isPublishable: false; readonly because: 'total' | 'change' };

/**
 * Decides what of a table is told, together with all its sums and every vintage of the same month before.
 *
 * A first vintage hides what is sensitive, and what that would follow from. A later one goes on hiding what was hidden, so that it tells a part
 * of what was told. Then two vintages tell the levels of the first and, for each cell told in both, its change, and nothing else: what
 * was hidden in the first stays so whatever is known of the changes, and what the later one begins to hide is found out exactly when its
 * change is. So only the changes have to be protected, as a table of their own, of which an attacker even knows which cells did not move.
 *
 * @throws Error when the exact audit finds something that follows, which no input may bring about
 */
export function protect(
  grid: Grid,
  cells: readonly Cell[],
  rule: DisclosureRule,
  earlier: readonly Earlier[] | null,
): Protected {
  const findings = cells.map(({ figures, contributors }) =>
    figures.some((figure) => figure !== 0n) ? findingOf(contributors, rule) : null,
  );
  if (findings[totalOf(grid)]) return { isPublishable: false, because: 'total' };
  const size = cells.map(({ figures }) => Number(figures[0] ?? 0n));
  const loss = (cell: number) =>
    (1 + Math.log2(1 + Math.abs(size[cell] as number))) * (isSum(grid, cell) ? SUM_COSTS : 1);
  const table = { grid, cells, rule, findings, loss };
  const untold = earlier ? hiddenLater(table, earlier) : hiddenAtFirst(table);
  if (!untold) return { isPublishable: false, because: earlier ? 'change' : 'total' };
  const standings = findings.map((finding, cell): Standing => {
    if (!untold.has(cell)) return 'shown';
    return !earlier || earlier[cell]?.standing === 'hidden' || finding ? 'hidden' : 'held';
  });
  return { isPublishable: true, standings, findings };
}

type Table = {
  readonly grid: Grid;
  readonly cells: readonly Cell[];
  readonly rule: DisclosureRule;
  readonly findings: readonly (Finding | null)[];
  /** What is lost by hiding a cell. */
  readonly loss: (cell: number) => number;
};

/** Sums are read first, and everything else hangs on them. */
const SUM_COSTS = 4;

const cellsWhere = ({ grid }: Table, holds: (cell: number) => boolean): number[] =>
  Array.from({ length: sizeOf(grid) }, (_, cell) => cell).filter(holds);

function hiddenAtFirst(table: Table): ReadonlySet<number> | null {
  const { grid, cells, rule, findings, loss } = table;
  const isNought = (cell: number) => cells[cell]?.figures.every((figure) => figure === 0n) ?? true;
  const untold = suppress(grid, {
    sensitive: cellsWhere(table, (cell) => findings[cell] !== null),
    hidden: new Set(),
    // Everybody can tell a nought.
    cost: (cell) => (isNought(cell) ? Number.POSITIVE_INFINITY : loss(cell)),
    covers: coverOf(cells, rule.slidingPercent),
  });
  if (untold) expectNone(exposedIn(grid, (cell) => !untold.has(cell)));
  return untold;
}

function hiddenLater(table: Table, earlier: readonly Earlier[]): ReadonlySet<number> | null {
  const { grid, cells, rule, findings, loss } = table;
  const before = new Set(cellsWhere(table, (cell) => earlier[cell]?.standing !== 'shown'));
  const moved = new Set(cellsWhere(table, (cell) => hasMoved(cells[cell], earlier[cell])));
  const tellsTooMuch = (cell: number) =>
    isChangeSensitive(cells[cell]?.changed ?? {}, rule) || (!before.has(cell) && findings[cell] !== null);
  const changes = suppress(grid, {
    sensitive: [...moved].filter(tellsTooMuch),
    hidden: new Set([...before].filter((cell) => moved.has(cell))),
    cost: (cell) => (moved.has(cell) ? loss(cell) : Number.POSITIVE_INFINITY),
    covers: () => true,
  });
  if (!changes) return null;
  const untold = new Set([...before, ...changes]);
  const isTold = (cell: number) => !untold.has(cell);
  const newlyOrTooMuch = (cell: number) => !before.has(cell) || tellsTooMuch(cell);
  expectNone(exposedIn(grid, isTold));
  expectNone(exposedIn(grid, isTold, (cell) => moved.has(cell)).filter(newlyOrTooMuch));
  return untold;
}

function expectNone(exposed: readonly number[]): void {
  if (exposed.length > 0) throw new Error(`${exposed.length} hidden cells follow from what would be published`);
}

const hasMoved = (cell: Cell | undefined, earlier: Earlier | undefined): boolean =>
  cell?.figures.some((figure, measure) => figure !== (earlier?.figures[measure] ?? 0n)) ?? false;

/** Whether a cell has so much of every measure that the other one can be moved as far as the rule asks. */
function coverOf(cells: readonly Cell[], percent: number): (cell: number, behind: number) => boolean {
  const figures = cells.map(({ figures: own }) => own.map(Number));
  const needs = figures.map((own) => own.map((figure) => (figure * percent) / 100));
  return (cell, behind) => {
    const own = figures[cell] as readonly number[];
    const needed = needs[behind] as readonly number[];
    for (let measure = 0; measure < own.length; measure += 1)
      if ((own[measure] as number) < (needed[measure] as number)) return false;
    return true;
  };
}
