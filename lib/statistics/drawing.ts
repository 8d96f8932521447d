import type { PolicyCurrency } from '@/lib/policy/policy';
import { addsUp, type ExploredFigure } from './explored-figures';
import { type Member, type Pivot, TOTAL } from './pivot';
import { type Head, type PivotTable, type Says, type TableLine, tableOf } from './pivot-table';
import type { Drawing, Question } from './question';

/** No drawing has more series: with more, colours are no longer told apart. */
export const SERIES_MAX = 6;

/** What a drawing shows: one figure of the table, as the cells tell it. Numbers are for drawing only; exact ones stand in the table. */
export type Drawn = {
  readonly figure: ExploredFigure;
  readonly says: Says;
  readonly series: readonly Member[];
  readonly points: readonly {
    readonly row: Member;
    readonly values: readonly (number | null)[];
    readonly before: number | null;
  }[];
  /** Columns that are in the table and not drawn; nothing is left out of what adds up. */
  readonly left: number;
  /** Whether the values of a row add up to something. */
  readonly isSummed: boolean;
};

/** Drawings in which series stand on each other or are one mark: only what adds up can. */
const STACKED: ReadonlySet<Drawing> = new Set(['bar', 'area', 'map', 'treemap', 'calendar']);

/**
 * The figure a table is sorted by as series over its rows. Of many columns those told first stand for themselves and the others together,
 * where they add up; means and the like are drawn as the whole where series would stand on each other, and are left to the table else.
 */
export function drawnOf(pivot: Pivot, question: Question, currency: PolicyCurrency): Drawn {
  const { telling, columns } = question;
  const { figure } = question.order;
  const says = telling === 'share' || telling === 'rowShare' || telling === 'columnShare' ? 'share' : telling;
  const table = tableOf(pivot, { ...question, figures: [figure] }, currency);
  const heads = table.heads.map((head, at) => ({ ...head, at }));
  const isSummed = addsUp(figure) && says !== 'index' && telling !== 'columnShare';
  const isWhole = columns === null || (STACKED.has(question.drawing) && !isSummed);
  const own = heads.filter((head) => head.says === says && (head.column.kind === 'total') === isWhole);
  const before = heads.find((head) => head.says === 'before' && head.column.kind === 'total');
  const most = isSummed ? SERIES_MAX - 1 : SERIES_MAX;
  // Hours are no colours beside each other: all stand in their places.
  const apart = own.length > SERIES_MAX && question.drawing !== 'hours' ? own.slice(0, most) : own;
  const joined = own.slice(apart.length);
  const count = joined.reduce((sum, { column }) => sum + (column.kind === 'rest' ? column.count : 1), 0);
  const isJoined = count > 0 && isSummed;
  return {
    figure,
    says,
    series: [...apart.map(({ column }) => column), ...(isJoined ? [{ kind: 'rest', key: '', count } as const] : [])],
    points: linesInOrder(table, question).map((line) => ({
      row: line.row,
      values: [
        ...apart.map(({ at }) => numberAt(line, at)),
        ...(isJoined ? [joined.reduce((sum, { at }) => sum + (numberAt(line, at) ?? 0), 0)] : []),
      ],
      before: isWhole && before && says === 'figure' ? numberAt(line, before.at) : null,
    })),
    left: isJoined ? 0 : count,
    isSummed,
  };
}

/** The only place where the exact text of a cell becomes a floating number. */
function numberAt({ cells }: TableLine, at: number): number | null {
  const text = cells[at]?.text ?? null;
  return text === null ? null : Number(text);
}

/** Time runs from left to right, however the rows of the table are put in order. */
function linesInOrder({ lines }: PivotTable, { rows }: Question): readonly TableLine[] {
  return rows === 'time' ? [...lines].sort((a, b) => (a.row.key < b.row.key ? -1 : 1)) : lines;
}

/** The head of what a drawing shows. */
export const headOf = ({ figure, says }: Drawn): Head => ({ column: TOTAL, figure, says });
