import 'server-only';
import type { Tx } from '@/db/connection';
import type { Vintage, VintageCell } from '@/db/queries/publication/last-vintage';
import { addSums, type Grid } from '@/lib/disclosure/grid';
import { type Kept, keptOf } from '@/lib/disclosure/kept';
import { type Cell, type Earlier, protect } from '@/lib/disclosure/protect';
import { type Contributors, DISCLOSURE_RULE, type Finding } from '@/lib/disclosure/rule';
import { type Dataset, SUM, shapeOf } from '@/lib/publication/datasets';
import { type Layout, layoutOf } from '@/lib/publication/grid-of';
import type { Period } from '@/lib/statistics/period';
import { type Behind, cellKey } from './behind-cells';
import { changedContributors, tableContributors } from './table-contributors';
import { type TableFigures, tableFigures } from './table-figures';

export type MadeCell = Pick<VintageCell, 'rowMember' | 'columnMember' | 'figures' | 'told' | 'standing' | 'finding'>;
export type MadeTable = {
  readonly cells: readonly MadeCell[];
  readonly kept: Kept;
  /** When its figures were taken. */
  readonly takenAt: Date;
  /** The figures of every sum, by the key of its cell. */
  readonly sums: ReadonlyMap<string, readonly bigint[]>;
  /** Against the vintage before: figures are others, they are the same, or so few are behind the change that all stays as it was told. */
  readonly since: 'changed' | 'unchanged' | 'too_little';
};
/** Why a table cannot be frozen: nothing came in the month, or its total would tell of somebody. */
export type NotMade = 'empty' | 'total';

/** The vintage before, with its cells. */
export type Before = { readonly vintage: Vintage; readonly cells: readonly VintageCell[] };

/**
 * One table of a month as the ledger has it now, and what of it may be told.
 * @throws Error where the cubes differ from the ledger, which a repair of the day mends
 */
export async function makeTable(
  tx: Tx,
  dataset: Dataset,
  { month, period }: { readonly month: string; readonly period: Period },
  before: Before | null,
  at: Date,
): Promise<MadeTable | NotMade> {
  const inner = await tableFigures(tx, dataset, period);
  const earlier = (before?.cells ?? []).filter((cell) => cell.dataset === dataset);
  if (inner.length === 0 && earlier.length === 0) return 'empty';
  const layout = layoutOf(dataset, [
    ...inner,
    ...earlier.map((cell) => ({ row: cell.rowMember, column: cell.columnMember })),
  ]);
  const grid: Grid = { rows: layout.rows.length, columns: layout.columns.length };
  const figures = summed(dataset, grid, layout, inner);
  const contributors = await tableContributors(tx, dataset, period);
  const changed = before && (await changedContributors(tx, dataset, month, period));
  const stood = before ? standingBefore(layout, earlier, shapeOf(dataset).measures.length) : null;
  const cells: Cell[] = layout.places.map(({ row, column }, cell) => {
    const own = figures[cell] as readonly bigint[];
    const behind = contributors.get(cellKey(row, column));
    if (differs(own, behind?.net)) throw new Error(`${dataset}, ${row} by ${column}: the cubes differ from the ledger`);
    return {
      figures: own,
      contributors: behind?.contributors ?? {},
      changed: changed && behindChange(changed.get(cellKey(row, column)), own, stood?.[cell]?.figures),
    };
  });
  const made = protect(grid, cells, DISCLOSURE_RULE, stood);
  if (made.isPublishable) return { ...tableOf(layout, grid, cells, made, stood), takenAt: at };
  if (made.because === 'total' || !stood || !before) return 'total';
  const asBefore = cells.map((cell, index) => ({ ...cell, figures: stood[index]?.figures ?? cell.figures }));
  const same = { standings: stood.map(({ standing }) => standing), findings: findingsBefore(layout, earlier) };
  const takenAt = new Date(before.vintage.kept[dataset].takenAt);
  return { ...tableOf(layout, grid, asBefore, same, stood), takenAt, since: 'too_little' };
}

/** Who is behind a change; nobody where what was kept of the vintage before does not come to it, so that it counts as one of too few. */
function behindChange(
  behind: Behind | undefined,
  figures: readonly bigint[],
  before: readonly bigint[] | undefined,
): Contributors {
  const change = figures.map((figure, measure) => figure - (before?.[measure] ?? 0n));
  return behind && !differs(change, behind.net) ? behind.contributors : {};
}

type Stood = readonly (Earlier & { readonly told: readonly bigint[] | null })[];

function summed(dataset: Dataset, grid: Grid, layout: Layout, inner: TableFigures): readonly (readonly bigint[])[] {
  const measures = shapeOf(dataset).measures.map((_, measure) => {
    const values: bigint[] = layout.places.map(() => 0n);
    for (const { row, column, figures } of inner) values[layout.cell(row, column)] = figures[measure] ?? 0n;
    addSums(grid, values);
    return values;
  });
  return layout.places.map((_, cell) => measures.map((values) => values[cell] ?? 0n));
}

function standingBefore(layout: Layout, earlier: readonly VintageCell[], measures: number): Stood {
  const stored = new Map(earlier.map((cell) => [cellKey(cell.rowMember, cell.columnMember), cell]));
  const noughts = Array.from({ length: measures }, () => 0n);
  return layout.places.map(({ row, column }) => {
    const cell = stored.get(cellKey(row, column));
    if (!cell) return { figures: noughts, standing: 'shown', told: noughts };
    return { figures: cell.figures.map(BigInt), standing: cell.standing, told: cell.told?.map(BigInt) ?? null };
  });
}

const findingsBefore = (layout: Layout, earlier: readonly VintageCell[]): (Finding | null)[] => {
  const stored = new Map(earlier.map((cell) => [cellKey(cell.rowMember, cell.columnMember), cell.finding]));
  return layout.places.map(({ row, column }) => stored.get(cellKey(row, column)) ?? null);
};

function tableOf(
  layout: Layout,
  grid: Grid,
  cells: readonly Cell[],
  { standings, findings }: { standings: readonly VintageCell['standing'][]; findings: readonly (Finding | null)[] },
  stood: Stood | null,
): Omit<MadeTable, 'takenAt'> {
  const toldOf = (cell: number): readonly bigint[] | null => {
    if (standings[cell] === 'hidden') return null;
    return (standings[cell] === 'held' ? stood?.[cell]?.told : cells[cell]?.figures) ?? null;
  };
  const isPlainNought = (cell: number) =>
    standings[cell] === 'shown' && cells[cell]?.figures.every((figure) => figure === 0n);
  return {
    cells: layout.places.flatMap(({ row, column }, cell) =>
      isPlainNought(cell)
        ? []
        : [
            {
              rowMember: row,
              columnMember: column,
              figures: (cells[cell]?.figures ?? []).map(String),
              told: toldOf(cell)?.map(String) ?? null,
              standing: standings[cell] ?? 'hidden',
              finding: findings[cell] ?? null,
            },
          ],
    ),
    kept: keptOf(
      grid,
      cells.map(({ figures }) => figures[0] ?? 0n),
      standings,
    ),
    sums: new Map(
      layout.places.flatMap(({ row, column }, cell) =>
        row === SUM || column === SUM ? [[cellKey(row, column), cells[cell]?.figures ?? []] as const] : [],
      ),
    ),
    since:
      !stood || cells.some((cell, index) => differs(cell.figures, stood[index]?.figures)) ? 'changed' : 'unchanged',
  };
}

const differs = (figures: readonly bigint[], before: readonly bigint[] | undefined): boolean =>
  figures.some((figure, measure) => figure !== (before?.[measure] ?? 0n));
