import { divideRounded, formatScaled } from '@/lib/kernel/decimal';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { addSums, addsUp, type ExploredFigure, exploredDigits, exploredText, exploredValue } from './explored-figures';
import { figureAt, type Member, type Pivot, TOTAL } from './pivot';
import type { Question } from './question';

/** What a column of cells says. `share` is a part of 1, `index` has 100 at the first point where anything was, `rolling` is the mean of a point and the six before it. */
export type Says = 'figure' | 'before' | 'change' | 'share' | 'index' | 'rolling';

export type Head = { readonly column: Member; readonly figure: ExploredFigure; readonly says: Says };

export type TableCell = {
  /** Exact decimal text without grouping; null where it cannot be said, as a share of nothing. */
  readonly text: string | null;
  /** The figure itself, whatever the cell says of it, and the one compared with. */
  readonly value: bigint | null;
  readonly before: bigint | null;
  /** From -1 to 1: how large it is beside the largest that says the same; 0 in what is told together and in totals. */
  readonly heat: number;
};

export type TableLine = { readonly row: Member; readonly cells: readonly TableCell[] };

/** The table as it is shown, drawn and written to a file: heads, lines, and the line of totals. */
export type PivotTable = {
  readonly heads: readonly Head[];
  readonly lines: readonly TableLine[];
  readonly total: TableLine;
};

const SHARE_DIGITS = 6;
const INDEX_DIGITS = 1;
/** Points of a rolling mean: of days, every day of the week once. */
const ROLLING_POINTS = 7;

/** Lays an answer out as the question asks to be told. */
export function tableOf(pivot: Pivot, question: Question, currency: PolicyCurrency): PivotTable {
  const heads = headsOf(pivot, question);
  const lineOf = (row: Member): TableLine => ({
    row,
    cells: heads.map((head) => cellOf(pivot, head, row, currency, question)),
  });
  const lines = pivot.rows.map(lineOf);
  return { heads, lines: withHeat(heads, lines), total: lineOf(TOTAL) };
}

/** Cells that would say the same in every row are left out: the total beside its only column, the share of a column in itself. */
function headsOf(pivot: Pivot, { figures, columns, telling, filter }: Question): Head[] {
  const says = (column: Member): readonly Says[] => {
    if (telling === 'change') return ['change'];
    if (telling === 'index' || telling === 'rolling') return [telling];
    if (telling !== 'figure') return columns === null ? ['figure', 'share'] : ['share'];
    const isCompared = filter.compare !== 'none' && (columns === null || column.kind === 'total');
    return isCompared ? ['figure', 'before', 'change'] : ['figure'];
  };
  const members = columns === null ? [TOTAL] : [...pivot.columns, TOTAL];
  return members.flatMap((column) =>
    figures.flatMap((figure) => says(column).map((one) => ({ column, figure, says: one }))),
  );
}

function cellOf(
  pivot: Pivot,
  { column, figure, says }: Head,
  row: Member,
  currency: PolicyCurrency,
  { telling, filter }: Question,
): TableCell {
  const value = figureAt(pivot, figure, { row, column });
  const before = filter.compare === 'none' ? null : figureAt(pivot, figure, { row, column, period: 'compared' });
  const text = (one: bigint | null) => (one === null ? null : exploredText(figure, one, currency));
  const told = (): string | null => {
    switch (says) {
      case 'figure':
        return text(value);
      case 'before':
        return text(before);
      case 'change':
        return value === null || before === null ? null : text(value - before);
      case 'share': {
        const whole = {
          row: telling === 'rowShare' ? row : TOTAL,
          column: telling === 'columnShare' ? column : TOTAL,
        };
        return addsUp(figure) ? partOf(value, figureAt(pivot, figure, whole), SHARE_DIGITS, 1n) : null;
      }
      case 'rolling':
        return rollingMean(pivot, figure, { row, column }, currency);
      case 'index':
        return row.kind === 'total' ? null : partOf(value, startOf(pivot, figure, column), INDEX_DIGITS, 100n);
    }
  };
  return { text: told(), value, before, heat: 0 };
}

/** A part of a whole as exact decimal text, rounded half to even in its last digit; null of nothing. */
function partOf(part: bigint | null, whole: bigint | null, digits: number, times: bigint): string | null {
  if (part === null || !whole) return null;
  return formatScaled(divideRounded(part * times * 10n ** BigInt(digits), whole, 'halfEven'), digits);
}

/**
 * The mean of a point and those before it as exact decimal text, with one digit more than the figure has; of a quotient the quotient of the
 * sums. Null of the first points, before which nothing was asked for, and of the whole.
 */
function rollingMean(
  pivot: Pivot,
  figure: ExploredFigure,
  { row, column }: { readonly row: Member; readonly column: Member },
  currency: PolicyCurrency,
): string | null {
  const inTime = inTimeOrder(pivot.rows);
  const at = inTime.findIndex(({ key }) => key === row.key);
  if (row.kind !== 'member' || at < ROLLING_POINTS - 1) return null;
  const sums = inTime.slice(at + 1 - ROLLING_POINTS, at + 1).map((point) => pivot.sums(point, column));
  const value = exploredValue(figure, sums.reduce(addSums));
  const points = addsUp(figure) ? BigInt(ROLLING_POINTS) : 1n;
  return value === null
    ? null
    : formatScaled(divideRounded(value * 10n, points, 'halfEven'), exploredDigits(figure, currency) + 1);
}

const inTimeOrder = (rows: readonly Member[]) => [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));

/** The figure of the first point at which there was any. */
function startOf(pivot: Pivot, figure: ExploredFigure, column: Member): bigint | null {
  for (const row of inTimeOrder(pivot.rows)) {
    const value = exploredValue(figure, pivot.sums(row, column));
    if (value) return value;
  }
  return null;
}

function withHeat(heads: readonly Head[], lines: readonly TableLine[]): TableLine[] {
  const isHot = (head: Head, { row }: TableLine) =>
    row.kind === 'member' && head.column.kind !== 'rest' && head.says !== 'before';
  const kindOf = (head: Head) => `${head.figure} ${head.says} ${head.column.kind === 'total'}`;
  const sizeOf = (text: string | null) => Math.abs(Number(text ?? 0));
  const largest = new Map<string, number>();
  for (const line of lines) {
    for (const [at, head] of heads.entries()) {
      if (!isHot(head, line)) continue;
      const size = sizeOf(line.cells[at]?.text ?? null);
      largest.set(kindOf(head), Math.max(largest.get(kindOf(head)) ?? 0, size));
    }
  }
  return lines.map((line) => ({
    ...line,
    cells: line.cells.map((cell, at) => {
      const head = heads[at];
      const most = head && isHot(head, line) ? (largest.get(kindOf(head)) ?? 0) : 0;
      return most === 0 ? cell : { ...cell, heat: Number(cell.text ?? 0) / most };
    }),
  }));
}

/** How many decimal digits the text of a cell carries. */
export function digitsOfHead({ figure, says }: Pick<Head, 'figure' | 'says'>, currency: PolicyCurrency): number {
  if (says === 'share') return SHARE_DIGITS;
  if (says === 'index') return INDEX_DIGITS;
  return exploredDigits(figure, currency) + (says === 'rolling' ? 1 : 0);
}
