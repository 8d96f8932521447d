import { addSums, type ExploredFigure, exploredValue, type Sums } from './explored-figures';
import type { Resolved } from './filter';
import { bucketsOf } from './period';
import { COLUMNS_MAX, isOrdered, type Question } from './question';

/** One answer of the cells: null stands for the members that are told together. */
export type PivotCell = {
  readonly period: 'asked' | 'compared';
  readonly row: string | null;
  readonly column: string | null;
  /** Where the row and the column stand among all. */
  readonly rowPlace: number;
  readonly columnPlace: number;
  readonly sums: Sums;
};

/** A member told by itself, all that are told together, or the whole. Members are never empty, so that the keys never meet. */
export type Member =
  | { readonly kind: 'member'; readonly key: string }
  | { readonly kind: 'rest'; readonly key: ''; readonly count: number }
  | { readonly kind: 'total'; readonly key: '*' };
export const TOTAL: Member = { kind: 'total', key: '*' };

/** Rows and columns of an answer, with the sums where they meet. Those of the rows, and of the columns, add up to the whole. */
export type Pivot = {
  readonly rows: readonly Member[];
  readonly columns: readonly Member[];
  /** The sums of a row in a column; of the whole row, column or answer where either is the total. */
  readonly sums: (row: Member, column: Member, period?: PivotCell['period']) => Sums;
};

const NOTHING: Sums = {};
const key = (period: string, row: string, column: string) => `${period}\u0000${row}\u0000${column}`;

/** Puts the answers together: points in time without gaps, what is told together last, totals from the same sums. */
export function pivotOf(
  cells: readonly PivotCell[],
  whole: { readonly rowMembers: number; readonly columnMembers: number },
  question: Question,
  resolved: Resolved,
): Pivot {
  const sums = new Map<string, Sums>();
  const add = (name: string, more: Sums) => sums.set(name, addSums(sums.get(name) ?? NOTHING, more));
  for (const { period, row, column, sums: more } of cells)
    for (const one of [row ?? '', TOTAL.key])
      for (const other of [column ?? '', TOTAL.key]) add(key(period, one, other), more);
  const told = (side: 'row' | 'column'): string[] => {
    const places = new Map<string, number>();
    for (const cell of cells) {
      const name = cell[side];
      if (name !== null) places.set(name, side === 'row' ? cell.rowPlace : cell.columnPlace);
    }
    return [...places].sort(([, one], [, other]) => one - other).map(([name]) => name);
  };
  const inOrder = (axis: Question['rows'] | null, members: string[], isAscending: boolean): string[] => {
    if (axis !== 'time') return members;
    const points = bucketsOf(resolved.period, resolved.grain);
    return isAscending ? points : points.reverse();
  };
  const { rows, columns, order, top } = question;
  const rowKeys = order.key === 'name' ? inOrder(rows, told('row'), order.isAscending) : told('row');
  const columnKeys = columns === null ? [] : inOrder(columns, told('column'), true);
  const restOf = (all: number, most: number, isAll: boolean): Member[] =>
    !isAll && all > most ? [{ kind: 'rest', key: '', count: all - most }] : [];
  return {
    rows: [...rowKeys.map(member), ...restOf(whole.rowMembers, top, isOrdered(rows))],
    columns:
      columns === null
        ? []
        : [...columnKeys.map(member), ...restOf(whole.columnMembers, COLUMNS_MAX, isOrdered(columns))],
    sums: (row, column, period = 'asked') => sums.get(key(period, row.key, column.key)) ?? NOTHING,
  };
}

const member = (one: string): Member => ({ kind: 'member', key: one });

/** The figure where a row meets a column; null where a quotient has nothing to divide by. */
export function figureAt(
  pivot: Pivot,
  figure: ExploredFigure,
  at: { readonly row: Member; readonly column: Member; readonly period?: PivotCell['period'] },
): bigint | null {
  return exploredValue(figure, pivot.sums(at.row, at.column, at.period));
}

/** Whether anything was counted. */
export function isEmpty(pivot: Pivot): boolean {
  return pivot.rows.every((row) => Object.values(pivot.sums(row, TOTAL)).every((value) => value === 0n));
}

/** The consignments behind an answer as a whole. */
export const countedIn = (pivot: Pivot): bigint => pivot.sums(TOTAL, TOTAL).consignments ?? 0n;
