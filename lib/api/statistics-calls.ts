import { z } from 'zod';
import { parseDay } from '@/lib/kernel/dates';
import { MONTH } from '@/lib/publication/calendar';
import { DATASET_IDS, PUBLISHED_DIMENSIONS, PUBLISHED_MEASURES } from '@/lib/publication/datasets';
import type { ApiCall } from './call';
import { count, instant, named } from './named-schema';

/** Formats a table is had in; without the parameter the `Accept` header decides, and JSON where it names none of them. */
export const STATISTICS_FORMATS = ['json', 'csv', 'sdmx', 'xlsx', 'parquet'] as const;
export type StatisticsFormat = (typeof STATISTICS_FORMATS)[number];

/** The media type of each format. */
export const STATISTICS_TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  sdmx: 'application/vnd.sdmx.data+csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
} as const satisfies Record<StatisticsFormat, string>;

const month = z.string().regex(MONTH);
const day = z.string().refine((text) => parseDay(text) !== null);
const dataset = z.object({ dataset: z.string() });

const RELEASE = named(
  'StatisticsRelease',
  z.object({
    month,
    vintage: count,
    publishedAt: instant,
    note: z.string(),
    datasets: z.array(z.object({ dataset: z.enum(DATASET_IDS), href: z.string() })),
  }),
);

const STATISTICS_LIST = named('StatisticsList', z.object({ releases: z.array(RELEASE) }));

const COVERAGE = named('StatisticsCoverage', z.object({ consignments: count, quarantined: count }));

const OBSERVATION = named(
  'StatisticsObservation',
  z.object({
    /** Codes in the order of `dimensions`; `_T` is the sum of all, `_U` what was not declared. */
    members: z.array(z.string()),
    figures: z.array(z.string().regex(/^(\d+|c|:)$/)),
  }),
);

export const STATISTICS = named(
  'Statistics',
  z.object({
    dataset: z.enum(DATASET_IDS),
    month,
    vintage: count,
    isLatest: z.boolean(),
    publishedAt: instant,
    frozenAt: instant,
    note: z.string(),
    administration: z.string(),
    definitionsVersion: count,
    ruleVersion: count,
    citation: z.string(),
    href: z.string(),
    /** Whether figures repeat those of an earlier vintage, since too few are behind what changed; `remark` says so in words. */
    repeatsEarlier: z.boolean(),
    remark: z.string(),
    coverage: COVERAGE,
    dimensions: z.array(z.enum(PUBLISHED_DIMENSIONS)),
    measures: z.array(z.object({ measure: z.enum(PUBLISHED_MEASURES), unit: z.string() })),
    observations: z.array(OBSERVATION),
  }),
);

export const LIST_STATISTICS = {
  id: 'listStatistics',
  method: 'GET',
  path: '/api/v1/statistics',
  permission: null,
  sandbox: null,
  answers: { 200: { json: STATISTICS_LIST } },
  problems: ['unauthenticated', 'rate_limited', 'failed', 'unavailable'],
} as const satisfies ApiCall;

export const READ_STATISTICS = {
  id: 'readStatistics',
  method: 'GET',
  path: '/api/v1/statistics/{dataset}',
  permission: null,
  sandbox: null,
  pathParameters: dataset,
  query: z.object({
    month: month.optional(),
    vintage: z.coerce.number().int().min(1).max(999).optional(),
    published_on: day.optional(),
    format: z.enum(STATISTICS_FORMATS).optional(),
  }),
  headers: ['accept'],
  answers: {
    200: {
      json: STATISTICS,
      text: [STATISTICS_TYPES.csv, STATISTICS_TYPES.sdmx],
      bytes: [STATISTICS_TYPES.xlsx, STATISTICS_TYPES.parquet],
      headers: ['content-disposition'],
    },
  },
  problems: ['query_invalid', 'unauthenticated', 'not_found', 'rate_limited', 'failed', 'unavailable'],
} as const satisfies ApiCall;

export const READ_STRUCTURE = {
  id: 'readStructure',
  method: 'GET',
  path: '/api/v1/statistics/{dataset}/structure',
  permission: null,
  sandbox: null,
  pathParameters: dataset,
  answers: { 200: { json: z.looseObject({ meta: z.looseObject({}), data: z.looseObject({}) }) } },
  problems: ['unauthenticated', 'not_found', 'rate_limited', 'failed', 'unavailable'],
} as const satisfies ApiCall;

/** The calls of published statistics. */
export const STATISTICS_CALLS: readonly ApiCall[] = [LIST_STATISTICS, READ_STATISTICS, READ_STRUCTURE];
