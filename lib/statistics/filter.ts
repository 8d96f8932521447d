import { z } from 'zod';
import {
  CHANNELS,
  COLLECTION_MODELS,
  LANES,
  RELEASE_CATEGORIES,
  SELECTION_REASONS,
  TRANSACTION_TYPES,
} from '@/lib/consignment/codes';
import { OFFICE_CODE } from '@/lib/consignment/office-code';
import { parseDay } from '@/lib/kernel/dates';
import { storable } from '@/lib/kernel/storable';
import { type Dimension, OUTCOMES } from './contributions';
import { FIGURES, type Figure } from './measures';
import {
  COMPARISONS,
  type Comparison,
  comparisonPeriod,
  daysIn,
  GRAINS,
  type Grain,
  grainFor,
  PERIOD_DAYS_MAX,
  PERIOD_PRESETS,
  type Period,
  type PeriodPreset,
  presetPeriod,
} from './period';
import { TOP_VALUE_BAND, VALUE_BANDS } from './value-band';

/** What figures can be cut and filtered by; the name stands in the address, the dimension in the cells. */
export const FILTER_DIMENSIONS = {
  office: 'officeId',
  channel: 'channel',
  lane: 'lane',
  reason: 'selectionReason',
  outcome: 'outcome',
  examination: 'examination',
  origin: 'origin',
  chapter: 'chapter',
  marketplace: 'marketplace',
  heading: 'heading',
  dispatch: 'dispatch',
  band: 'valueBand',
  collection: 'collectionModel',
  transaction: 'transactionType',
  category: 'releaseCategory',
  hour: 'hour',
} as const satisfies Record<string, Dimension>;
export type FilterDimension = keyof typeof FILTER_DIMENSIONS;
export const FILTER_NAMES = Object.keys(FILTER_DIMENSIONS) as readonly FilterDimension[];

/** What comes first in a breakdown: the largest members, or those that grew most against the compared period. */
export const RANKS = ['value', 'growth'] as const;
export type Rank = (typeof RANKS)[number];

/** Outcomes of goods; withdrawn consignments are no goods of any figure but their own. */
export const GOODS_OUTCOMES = OUTCOMES.filter((outcome) => outcome !== 'withdrawn');
export const EXAMINATIONS = ['none', 'ordered', 'conform', 'finding', 'not_done'] as const;
/** Bands of the value of a consignment, from the lowest. */
export const BANDS: readonly string[] = [...VALUE_BANDS.map(({ code }) => code), TOP_VALUE_BAND];

/** Hours of the day, in UTC. */
export const HOURS: readonly string[] = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** The members of dimensions that have a closed list, in the order they are read in. */
export const CLOSED_MEMBERS: Readonly<Partial<Record<FilterDimension, readonly string[]>>> = {
  channel: CHANNELS,
  lane: LANES,
  reason: SELECTION_REASONS,
  outcome: OUTCOMES,
  examination: EXAMINATIONS,
  band: BANDS,
  collection: COLLECTION_MODELS,
  transaction: TRANSACTION_TYPES,
  category: RELEASE_CATEGORIES.map(String),
  hour: HOURS,
};

export type StatisticsFilter = {
  /** A preset moves with the day it is read on; a range stays. */
  readonly period: PeriodPreset | Period;
  readonly compare: Comparison;
  readonly measure: Figure;
  /** Null: what suits the length of the period. */
  readonly grain: Grain | null;
  readonly rank: Rank;
} & { readonly [D in FilterDimension]: readonly string[] };

export type UrlParams = Readonly<Record<string, string | readonly string[] | undefined>>;

const VALUES_MAX = 50;

/** Members of a dimension: each may be named by repeating the parameter; unknown ones are dropped, order and repeats do not matter. */
const someOf = (member: z.ZodType<string>) =>
  z
    .preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.unknown()))
    .transform((values) => {
      const known = values
        .map((value) => member.safeParse(value))
        .flatMap((parsed) => (parsed.success ? [parsed.data] : []));
      return [...new Set(known)].sort().slice(0, VALUES_MAX);
    });

const single = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema);
const day = single(z.string().refine((text) => parseDay(text) !== null));

const PARAMS = z.object({
  period: single(z.enum(PERIOD_PRESETS)).catch('last30'),
  from: day.nullable().catch(null),
  to: day.nullable().catch(null),
  compare: single(z.enum(COMPARISONS)).catch('previous'),
  measure: single(z.enum(FIGURES)).catch('consignments'),
  grain: single(z.enum(GRAINS)).nullable().catch(null),
  rank: single(z.enum(RANKS)).catch('value'),
  office: someOf(z.string().regex(OFFICE_CODE)),
  channel: someOf(z.enum(CHANNELS)),
  lane: someOf(z.enum(LANES)),
  reason: someOf(z.enum(SELECTION_REASONS)),
  outcome: someOf(z.enum(GOODS_OUTCOMES)),
  examination: someOf(z.enum(EXAMINATIONS)),
  origin: someOf(z.string().regex(/^([A-Z]{2}|-)$/)),
  chapter: someOf(z.string().regex(/^(\d{2}|-)$/)),
  marketplace: someOf(z.string().transform(storable).pipe(z.string().min(1).max(300))),
  heading: someOf(z.string().regex(/^(\d{4}|-)$/)),
  dispatch: someOf(z.string().regex(/^([A-Z]{2}|-)$/)),
  band: someOf(z.enum(BANDS)),
  collection: someOf(z.enum(COLLECTION_MODELS)),
  transaction: someOf(z.enum(TRANSACTION_TYPES)),
  category: someOf(z.enum(RELEASE_CATEGORIES.map(String))),
  hour: someOf(z.enum(HOURS)),
});

/**
 * Reads the filter from an address. A value nobody could have chosen on the page counts as not given; a range that is reversed
 * or longer than three years gives way to the preset.
 */
export function parseStatisticsFilter(params: UrlParams): StatisticsFilter {
  const { period, from, to, ...rest } = PARAMS.parse(
    Object.fromEntries(Object.keys(PARAMS.shape).map((name) => [name, params[name]])),
  );
  const isRange = from !== null && to !== null && from <= to && daysIn({ from, to }) <= PERIOD_DAYS_MAX;
  return { period: isRange ? { from, to } : period, ...rest };
}

/** Days an address gives that make no period, as it gives them, and why. */
export type UnfitDays = {
  readonly from: string | null;
  readonly to: string | null;
  readonly fault: 'incomplete' | 'reversed' | 'too_long';
};

/**
 * Why the days of an address are not shown, null where they are or where it gives none: without a word, the figures of other days
 * would pass for theirs.
 */
export function unfitDays(params: UrlParams): UnfitDays | null {
  const { from, to } = PARAMS.pick({ from: true, to: true }).parse({ from: params.from, to: params.to });
  if (from === null || to === null) {
    const isGiven = [params.from, params.to].flat().some((text) => text !== undefined && text !== '');
    return isGiven ? { from, to, fault: 'incomplete' } : null;
  }
  if (from > to) return { from, to, fault: 'reversed' };
  return daysIn({ from, to }) > PERIOD_DAYS_MAX ? { from, to, fault: 'too_long' } : null;
}

/** The filter as address parameters: only what differs from the empty filter. Parsing them gives the filter back. */
export function statisticsFilterParams(filter: StatisticsFilter): Record<string, string | readonly string[]> {
  const params: Record<string, string | readonly string[]> = {};
  if (typeof filter.period === 'object') {
    params.from = filter.period.from;
    params.to = filter.period.to;
  } else if (filter.period !== 'last30') params.period = filter.period;
  if (filter.compare !== 'previous') params.compare = filter.compare;
  if (filter.measure !== 'consignments') params.measure = filter.measure;
  if (filter.grain) params.grain = filter.grain;
  if (filter.rank !== 'value') params.rank = filter.rank;
  for (const name of FILTER_NAMES) if (filter[name].length > 0) params[name] = filter[name];
  return params;
}

/** The filter of an address without parameters. */
export const EMPTY_STATISTICS_FILTER: StatisticsFilter = parseStatisticsFilter({});

/** The filter narrowed to one member of a dimension; what was chosen there before gives way. */
export function narrowed(filter: StatisticsFilter, name: FilterDimension, member: string): StatisticsFilter {
  return { ...filter, [name]: [member] };
}

/** The filter without one member of a dimension. */
export function widened(filter: StatisticsFilter, name: FilterDimension, member: string): StatisticsFilter {
  return { ...filter, [name]: filter[name].filter((other) => other !== member) };
}

/** The filter without any member of any dimension; period, comparison and measure stay. */
export function cleared(filter: StatisticsFilter): StatisticsFilter {
  const { period, compare, measure, grain, rank } = filter;
  return { ...EMPTY_STATISTICS_FILTER, period, compare, measure, grain, rank };
}

/** What a filter stands for on a given day. */
export type Resolved = { readonly period: Period; readonly previous: Period | null; readonly grain: Grain };

/** The days a filter asks for, the days it compares with, and the grain of its points. */
export function resolveFilter(filter: StatisticsFilter, today: string): Resolved {
  const period = typeof filter.period === 'object' ? filter.period : presetPeriod(filter.period, today);
  return { period, previous: comparisonPeriod(period, filter.compare), grain: filter.grain ?? grainFor(period) };
}

/** The filter with the days it stood for when it was read, so that a list or a file opened later shows the same days. */
export function pinned(filter: StatisticsFilter, { period }: Pick<Resolved, 'period'>): StatisticsFilter {
  return { ...filter, period };
}

/** The dimensions a filter needs in the cells it is answered from. */
export function dimensionsOf(filter: StatisticsFilter): Dimension[] {
  return FILTER_NAMES.filter((name) => filter[name].length > 0).map((name) => FILTER_DIMENSIONS[name]);
}
