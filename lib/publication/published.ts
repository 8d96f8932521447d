import { type Dataset, type PublishedDimension, type PublishedMeasure, SUM, shapeOf, unitOfMeasure } from './datasets';
import { layoutOf } from './grid-of';

/** What is written where a figure is hidden, and where it is not available; a nought is a nought. */
export const HIDDEN = 'c';
export const NOT_AVAILABLE = ':';

/** A published table: one dataset of one vintage, with nothing in it that is not told. */
export type PublishedTable = {
  readonly dataset: Dataset;
  readonly month: string;
  readonly vintage: number;
  readonly currency: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The figures of a cell in the order of the dataset's measures: whole numbers as text, or one of the two signs above. */
  readonly figuresOf: (row: string, column: string) => readonly string[];
};

/** Names of members as a reader is told them. */
export type MemberWords = (dimension: PublishedDimension, member: string) => string;

type ToldCell = { readonly row: string; readonly column: string; readonly told: readonly bigint[] | null };
type Units = { readonly currency: string; readonly minorDigits: number; readonly countBase: number };

/** Makes the table out of what a vintage tells: counts rounded to the base of the rule, amounts and masses in whole units. */
export function publishedTable(
  of: { readonly dataset: Dataset; readonly month: string; readonly vintage: number },
  cells: readonly ToldCell[],
  units: Units,
): PublishedTable {
  const { measures } = shapeOf(of.dataset);
  const { rows, columns } = layoutOf(of.dataset, cells);
  const told = new Map(cells.map((cell) => [`${cell.row}\u0000${cell.column}`, cell.told]));
  const noughts = measures.map(() => '0');
  return {
    ...of,
    currency: units.currency,
    rows,
    columns,
    figuresOf: (row, column) => {
      const figures = told.get(`${row}\u0000${column}`);
      if (figures === undefined) return noughts;
      if (figures === null) return measures.map(() => HIDDEN);
      // Goods of which no mass was declared have one all the same.
      const areGoods = figures.some((figure) => figure !== 0n);
      const isWeighed = (measure: PublishedMeasure, at: number) =>
        measure !== 'mass' || figures[at] !== 0n || !areGoods;
      return measures.map((measure, at) =>
        isWeighed(measure, at) ? String(rounded(figures[at] ?? 0n, measure, units)) : NOT_AVAILABLE,
      );
    },
  };
}

function rounded(figure: bigint, measure: PublishedMeasure, { minorDigits, countBase }: Units): bigint {
  switch (unitOfMeasure(measure)) {
    case 'count':
      return nearest(figure, BigInt(countBase)) * BigInt(countBase);
    case 'money':
      return nearest(figure, 10n ** BigInt(minorDigits));
    case 'mass':
      return nearest(figure, 1_000n);
  }
}

/** How often a unit goes into a figure, to the nearest whole, halves up. No figure told is below nought. */
function nearest(figure: bigint, unit: bigint): bigint {
  return (2n * figure + unit) / (2n * unit);
}

/** Every cell of a table, sums first: the order of every file. */
export function* eachCell({
  rows,
  columns,
}: Pick<PublishedTable, 'rows' | 'columns'>): Generator<{ row: string; column: string }> {
  for (const row of [SUM, ...rows]) for (const column of [SUM, ...columns]) yield { row, column };
}

/** A figure as a drawing and a spreadsheet need it; null where none is told. */
export function numberOf(figure: string): number | null {
  return figure === HIDDEN || figure === NOT_AVAILABLE ? null : Number(figure);
}

/** A row of a table by its sum, the largest first and what is hidden last. */
export function rowsBySum(
  table: Pick<PublishedTable, 'rows' | 'figuresOf'>,
): readonly { readonly row: string; readonly figures: readonly string[] }[] {
  return table.rows
    .map((row) => ({ row, figures: table.figuresOf(row, SUM) }))
    .sort((a, b) => (numberOf(b.figures[0] ?? '') ?? -1) - (numberOf(a.figures[0] ?? '') ?? -1));
}
