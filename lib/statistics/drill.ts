import { NOT_DECLARED } from './contributions';
import type { ExploredFigure } from './explored-figures';
import { narrowed, type Resolved, type StatisticsFilter } from './filter';
import { FIGURES, type Figure } from './measures';
import { bucketEnd } from './period';
import type { Member } from './pivot';
import type { Axis, Question } from './question';

/** Figures that are counted at release; the list behind them would hold what is not released too. */
const AT_RELEASE: ReadonlySet<ExploredFigure> = new Set(['released', 'releaseHours', 'extraCharges']);

/**
 * The filter of the list behind a cell: as many goods items and consignments as the cell counts. Null where no filter says it: members
 * told together, a day of the week, what is counted at release.
 */
export function drilled(
  question: Question,
  resolved: Resolved,
  cell: { readonly row: Member; readonly column: Member; readonly figure: ExploredFigure },
): StatisticsFilter | null {
  if (AT_RELEASE.has(cell.figure)) return null;
  const measure = FIGURES.find((figure): figure is Figure => figure === cell.figure) ?? 'consignments';
  const start: StatisticsFilter = { ...question.filter, period: resolved.period, measure };
  const onRow = within(start, question.rows, cell.row, resolved);
  return onRow && question.columns ? within(onRow, question.columns, cell.column, resolved) : onRow;
}

/** A question narrowed to one of its members: the page says the same things of less. Null where that cannot be asked for. */
export function narrowedTo(question: Question, resolved: Resolved, axis: Axis, member: Member): Question | null {
  const filter = within({ ...question.filter, period: resolved.period }, axis, member, resolved);
  if (!filter) return null;
  // Days of a chosen point are told one by one; a preset goes on moving with the day it is read on.
  return axis === 'time'
    ? { ...question, filter: { ...filter, grain: null } }
    : { ...question, filter: { ...filter, period: question.filter.period } };
}

function within(
  filter: StatisticsFilter,
  axis: Axis,
  member: Member,
  { period, grain }: Resolved,
): StatisticsFilter | null {
  if (member.kind === 'total') return filter;
  if (member.kind === 'rest' || axis === 'weekday') return null;
  if (axis === 'time') {
    const end = bucketEnd(member.key, grain);
    return {
      ...filter,
      period: { from: member.key < period.from ? period.from : member.key, to: end > period.to ? period.to : end },
    };
  }
  // Hours of days that are not computed anew yet.
  if (axis === 'hour' && member.key === NOT_DECLARED) return null;
  // What was withdrawn stands behind its own figure, whatever its outcome.
  if (axis === 'outcome' && member.key === 'withdrawn') return filter.measure === 'withdrawn' ? filter : null;
  return narrowed(filter, axis, member.key);
}
