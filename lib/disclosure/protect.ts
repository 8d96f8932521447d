import { exposedIn } from './audit';
import { type Grid, isSum, sizeOf, totalOf } from './grid';
import { CONTRIBUTOR_ROLES, type Contributors, type DisclosureRule, type Finding, findingOf } from './rule';
import { suppress } from './suppress';

/** What is known of a cell of a table: its figures, one a measure, the first the one that tells how large it is, and who is behind them. */
export type Cell = {
  readonly figures: readonly bigint[];
  readonly contributors: Contributors;
  /** Who is behind what changed since the vintage before, and by how much; null for a first vintage. */
  readonly changed: Contributors | null;
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
    sizes: sizesIn(cells.map(({ figures }) => figures)),
    slidingPercent: rule.slidingPercent,
    knownTo: knownToOne(cells.map(({ contributors }) => contributors)),
  });
  if (untold) expectNone(exposedIn(grid, (cell) => !untold.has(cell)));
  return untold;
}

function hiddenLater(table: Table, earlier: readonly Earlier[]): ReadonlySet<number> | null {
  const { grid, cells, rule, findings, loss } = table;
  const before = new Set(cellsWhere(table, (cell) => earlier[cell]?.standing !== 'shown'));
  const moved = new Set(cellsWhere(table, (cell) => hasMoved(cells[cell], earlier[cell])));
  const tellsTooMuch = (cell: number) =>
    findingOf(cells[cell]?.changed ?? {}, rule) !== null || (!before.has(cell) && findings[cell] !== null);
  const changes = suppress(grid, {
    sensitive: [...moved].filter(tellsTooMuch),
    hidden: new Set([...before].filter((cell) => moved.has(cell))),
    cost: (cell) => (moved.has(cell) ? loss(cell) : Number.POSITIVE_INFINITY),
    sizes: sizesIn(cells.map((cell, at) => changeOf(cell, earlier[at]))),
    slidingPercent: rule.slidingPercent,
    knownTo: knownToOne(cells.map(({ changed }) => changed ?? {})),
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

const changeOf = (cell: Cell | undefined, earlier: Earlier | undefined): readonly bigint[] =>
  cell?.figures.map((figure, measure) => figure - (earlier?.figures[measure] ?? 0n)) ?? [];

const hasMoved = (cell: Cell | undefined, earlier: Earlier | undefined): boolean =>
  changeOf(cell, earlier).some((change) => change !== 0n);

/** Asked so often that it is worked out once. */
function sizesIn(figures: readonly (readonly bigint[])[]): (cell: number) => readonly number[] {
  const sizes = figures.map((own) => own.map((figure) => Math.abs(Number(figure))));
  return (cell) => sizes[cell] ?? [];
}

/** The cells that one contributor alone stands behind in some part, of each such contributor. */
function knownToOne(behind: readonly Contributors[]): readonly ReadonlySet<number>[] {
  const cellsOf = new Map<string, Set<number>>();
  behind.forEach((contributors, cell) => {
    for (const role of CONTRIBUTOR_ROLES) {
      const alone = contributors[role]?.alone;
      if (!alone) continue;
      const name = `${role} ${alone}`;
      cellsOf.set(name, (cellsOf.get(name) ?? new Set()).add(cell));
    }
  });
  // Many know the same: what is asked of one is asked of all of them.
  const distinct = new Map([...cellsOf.values()].map((cells) => [[...cells].join(), cells]));
  return [...distinct.values()];
}
