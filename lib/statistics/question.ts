import { z } from 'zod';
import type { Dimension, Measure } from './contributions';
import { type Cube, cubeFor } from './cubes';
import { addsUp, EXPLORED_FIGURES, type ExploredFigure, partsOf } from './explored-figures';
import {
  dimensionsOf,
  FILTER_DIMENSIONS,
  FILTER_NAMES,
  type FilterDimension,
  parseStatisticsFilter,
  type Resolved,
  resolveFilter,
  type StatisticsFilter,
  statisticsFilterParams,
  type UrlParams,
} from './filter';
import { grainWithin } from './period';

/** What rows and columns of a table may stand for: the members of a dimension, points in time, or days of the week. */
export const AXES = ['time', 'weekday', ...FILTER_NAMES] as const;
export type Axis = 'time' | 'weekday' | FilterDimension;

/** What a cell says: the figure, its part of a whole, its change against the compared period, or itself with the first point as 100, or the mean of the last points. */
export const TELLINGS = ['figure', 'share', 'rowShare', 'columnShare', 'change', 'index', 'rolling'] as const;
export type Telling = (typeof TELLINGS)[number];

/** How the table is drawn above itself. */
export const DRAWINGS = [
  'none',
  'line',
  'area',
  'bar',
  'multiples',
  'map',
  'treemap',
  'flow',
  'calendar',
  'hours',
] as const;
export type Drawing = (typeof DRAWINGS)[number];

export const SORT_KEYS = ['name', 'figure', 'change'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** By what all rows are put in order before the first ones are taken. */
export type Order = {
  readonly key: SortKey;
  readonly figure: ExploredFigure;
  /** The column whose figures decide; null: the whole row. */
  readonly at: string | null;
  readonly isAscending: boolean;
};

/** A question to the statistics: everything a table, a drawing, a file and a list need to say the same. */
export type Question = {
  readonly filter: StatisticsFilter;
  readonly figures: readonly ExploredFigure[];
  readonly rows: Axis;
  /** Null: one column for each figure. */
  readonly columns: Axis | null;
  readonly order: Order;
  /** How many rows are told one by one; the others are one row together. */
  readonly top: number;
  readonly telling: Telling;
  readonly drawing: Drawing;
};

export const TOPS = [5, 10, 20, 50, 100, 500] as const;
/** Columns told one by one. More find no room on a screen; the others are one column together. */
export const COLUMNS_MAX = 12;
/** Points in time that may stand side by side, and one below the other; more are drawn together. */
const POINTS_ACROSS_MAX = 60;
const POINTS_DOWN_MAX = 1_100;
const FIGURES_MAX = 6;
const MEMBER_MAX = 300;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const single = <T extends z.ZodType>(schema: T) => z.preprocess(first, schema);

const PARAMS = z.object({
  figures: z
    .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.unknown()))
    .transform((names) => EXPLORED_FIGURES.filter((figure) => names.includes(figure)).slice(0, FIGURES_MAX)),
  rows: single(z.enum(AXES)).catch('origin'),
  columns: single(z.enum(AXES)).nullable().catch(null),
  top: single(z.coerce.number().pipe(z.union(TOPS.map((top) => z.literal(top))))).catch(10),
  telling: single(z.enum(TELLINGS)).catch('figure'),
  drawing: single(z.enum(DRAWINGS)).catch('none'),
  sort: single(z.enum(SORT_KEYS)).nullable().catch(null),
  sorted: single(z.enum(EXPLORED_FIGURES)).nullable().catch(null),
  at: single(z.string().min(1).max(MEMBER_MAX)).nullable().catch(null),
  order: single(z.enum(['ascending', 'descending']))
    .nullable()
    .catch(null),
});

/** Whether the members of an axis have an order of their own, which a reader expects to find. */
export const isOrdered = (axis: Axis): boolean => ORDERED.has(axis);
const ORDERED: ReadonlySet<Axis> = new Set(['time', 'weekday', 'band', 'hour']);

/** What rows are put in order by where nothing else is asked for: names that have an order, else what the cells say. */
function standingOrder({ rows, telling }: Pick<Question, 'rows' | 'telling'>): SortKey {
  if (isOrdered(rows)) return 'name';
  return telling === 'change' ? 'change' : 'figure';
}

/**
 * Reads a question from an address: the filter of every page of the statistics, and what is asked for under it. A value nobody could
 * have chosen on the page counts as not given; rows and columns of one kind are no table, and the columns give way.
 */
export function parseQuestion(params: UrlParams): Question {
  const filter = parseStatisticsFilter(params);
  const { figures, rows, columns, top, telling, drawing, sort, sorted, at, order } = PARAMS.parse(
    Object.fromEntries(Object.keys(PARAMS.shape).map((name) => [name, params[name]])),
  );
  const asked = figures.length > 0 ? figures : [EXPLORED_FIGURES[0]];
  const across = columns === rows ? null : columns;
  const drawn = asked.find((figure) => figure === sorted) ?? asked[0] ?? 'consignments';
  const says = isTold(telling, { filter, rows, columns: across }) ? telling : 'figure';
  const standing = standingOrder({ rows, telling: says });
  const key = sort === 'change' && filter.compare === 'none' ? standing : (sort ?? standing);
  return {
    filter,
    figures: asked,
    rows,
    columns: across,
    top,
    telling: says,
    drawing: isDrawn(drawing, { rows, columns: across, telling: says, order: { figure: drawn } }) ? drawing : 'none',
    order: {
      key,
      figure: drawn,
      at: across === null || key === 'name' ? null : at,
      isAscending: (order ?? (key === 'name' ? 'ascending' : 'descending')) === 'ascending',
    },
  };
}

type Shape = { readonly rows: Axis; readonly columns: Axis | null };

/** Whether a cell can say it: a change needs something compared, an index and a rolling mean rows of points, shares of a row columns. */
export function isTold(telling: Telling, { filter, rows, columns }: Shape & Pick<Question, 'filter'>): boolean {
  if (telling === 'change') return filter.compare !== 'none';
  if (telling === 'index' || telling === 'rolling') return rows === 'time';
  return telling !== 'rowShare' || columns !== null;
}

/**
 * Whether a table can be drawn so: lines and calendars need points in time, the hours of a week its days and hours, a map countries, tiles members of one kind, a flow two kinds of
 * members, and small charts columns to stand for. Tiles and flows are parts of a whole: a change, an index or a mean is none.
 */
export function isDrawn(
  drawing: Drawing,
  { rows, columns, telling, order }: Shape & { telling: Telling; order: Pick<Order, 'figure'> },
): boolean {
  const isOfWhole = addsUp(order.figure) && telling !== 'change' && telling !== 'index' && telling !== 'rolling';
  const isOfTime = (axis: Axis) => axis === 'time' || axis === 'weekday';
  switch (drawing) {
    case 'line':
    case 'area':
      return rows === 'time';
    case 'calendar':
      return rows === 'time' && columns === null;
    case 'hours':
      return rows === 'weekday' && columns === 'hour';
    case 'multiples':
      return rows === 'time' && columns !== null;
    case 'map':
      return rows === 'origin' || rows === 'dispatch';
    case 'treemap':
      return isOfWhole && !isOfTime(rows);
    case 'flow':
      return isOfWhole && !isOfTime(rows) && columns !== null && !isOfTime(columns);
    case 'none':
    case 'bar':
      return true;
  }
}

/** The question as address parameters: only what differs from the empty one. Parsing them gives the question back. */
export function questionParams(question: Question): Record<string, string | readonly string[]> {
  const { filter, figures, rows, columns, order, top, telling, drawing } = question;
  const params: Record<string, string | readonly string[]> = { ...statisticsFilterParams(filter) };
  if (figures.join() !== EXPLORED_FIGURES[0]) params.figures = figures;
  if (rows !== 'origin') params.rows = rows;
  if (columns) params.columns = columns;
  if (top !== 10) params.top = String(top);
  if (telling !== 'figure') params.telling = telling;
  if (drawing !== 'none') params.drawing = drawing;
  const standing = standingOrder(question);
  if (order.key !== standing) params.sort = order.key;
  if (order.figure !== figures[0]) params.sorted = order.figure;
  if (order.at !== null) params.at = order.at;
  if (order.isAscending !== (order.key === 'name')) params.order = order.isAscending ? 'ascending' : 'descending';
  return params;
}

/** The question of an address without parameters. */
export const EMPTY_QUESTION: Question = parseQuestion({});

/** The days of a question, and the grain its points are told in: coarser than asked for where there would be too many side by side. */
export function resolveQuestion({ filter, rows, columns, drawing }: Question, today: string): Resolved {
  // A calendar shows days, whatever grain suits a line of as many.
  const resolved = resolveFilter(drawing === 'calendar' ? { ...filter, grain: 'day' } : filter, today);
  const most = columns === 'time' ? POINTS_ACROSS_MAX : POINTS_DOWN_MAX;
  const isTimed = rows === 'time' || columns === 'time';
  return isTimed ? { ...resolved, grain: grainWithin(resolved.period, resolved.grain, most) } : resolved;
}

/** The dimension of the cells an axis is read from. */
export function dimensionOf(axis: Axis): Dimension {
  return axis === 'time' || axis === 'weekday' ? 'day' : FILTER_DIMENSIONS[axis];
}

/** The dimensions a question needs beside those of its filter. */
export function axesOf({ rows, columns }: Shape): Dimension[] {
  return [...new Set([rows, ...(columns ? [columns] : [])].map(dimensionOf))];
}

/** All dimensions a question is answered by: a cube that lacks one cannot answer it. */
export function dimensionsAsked(question: Question): readonly Dimension[] {
  return ['day', 'officeId', ...dimensionsOf(question.filter), ...axesOf(question)];
}

/** The cube a question is answered from once every cube is filled. From `fine` the answer takes longer the more there was. */
export function cubeOf(question: Question): Cube {
  return cubeFor(dimensionsAsked(question));
}

/** The measures a question needs: those of its figures, what tells whether a member is there at all, and what coverage is told of. */
export function measuresOf({ figures }: Pick<Question, 'figures'>): Measure[] {
  return [
    ...new Set<Measure>(['items', 'consignments', ...figures.flatMap((figure): readonly Measure[] => partsOf(figure))]),
  ];
}
