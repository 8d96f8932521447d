import { type StatisticsFilter, statisticsFilterParams } from './filter';
import { parseQuestion, type Question } from './question';

/** A part of a dashboard that asks a question of the explorer: what the dashboard's filter does not say. */
export type AskedPart = { readonly key: string; readonly ask: Readonly<Record<string, string>> };
/** A part with a drawing of its own. */
export type OwnPart = {
  readonly key:
    | 'forecast'
    | 'release'
    | 'findings'
    | 'concentration'
    | 'study'
    | 'studyByHour'
    | 'anomalies'
    | 'benchmarks'
    | 'score'
    | 'refused'
    | 'partners'
    | 'partnersInTime';
};
export type Part = AskedPart | OwnPart;

/** Every dashboard of the statistics: questions of the explorer laid out for one reader, under one filter. */
export const DASHBOARDS = {
  director: [
    { key: 'volume', ask: { rows: 'time', drawing: 'line' } },
    { key: 'worth', ask: { rows: 'time', figures: 'value', drawing: 'line' } },
    { key: 'vat', ask: { rows: 'time', figures: 'vat', drawing: 'bar' } },
    { key: 'duty', ask: { rows: 'time', figures: 'duty', drawing: 'bar' } },
    { key: 'release' },
    { key: 'findings' },
    { key: 'backlog', ask: { rows: 'time', outcome: 'open', compare: 'none', drawing: 'bar' } },
    { key: 'forecast' },
    { key: 'anomalies' },
  ],
  ecommerce: [
    { key: 'growth', ask: { rows: 'time', compare: 'year', drawing: 'line' } },
    { key: 'concentration' },
    { key: 'valuePerItem', ask: { rows: 'time', figures: 'valuePerItem', compare: 'none', drawing: 'line' } },
    { key: 'arrivals', ask: { rows: 'weekday', columns: 'hour', compare: 'none', drawing: 'hours' } },
    { key: 'marketplaces', ask: { rows: 'marketplace', telling: 'share', compare: 'none', drawing: 'bar' } },
    { key: 'bands', ask: { rows: 'band', compare: 'none', drawing: 'bar' } },
    { key: 'origins', ask: { rows: 'origin', top: '100', compare: 'none', drawing: 'map' } },
    { key: 'headings', ask: { rows: 'heading', figures: 'items', top: '20', compare: 'none', drawing: 'treemap' } },
    {
      key: 'bandsInTime',
      ask: { rows: 'time', columns: 'band', telling: 'rowShare', compare: 'none', drawing: 'area' },
    },
    {
      key: 'taxInTime',
      ask: { rows: 'time', columns: 'collection', telling: 'rowShare', compare: 'none', drawing: 'area' },
    },
    { key: 'benchmarks' },
  ],
  release: [
    { key: 'release' },
    { key: 'meanByReason', ask: { rows: 'reason', figures: 'releaseHours', compare: 'none', drawing: 'bar' } },
    { key: 'study' },
    { key: 'studyByHour' },
    {
      key: 'hours',
      ask: { rows: 'weekday', columns: 'hour', figures: 'releaseHours', compare: 'none', drawing: 'hours' },
    },
    {
      key: 'meanInTime',
      ask: { rows: 'time', columns: 'lane', figures: 'releaseHours', compare: 'none', drawing: 'line' },
    },
    { key: 'outcomes', ask: { rows: 'lane', columns: 'outcome', compare: 'none', drawing: 'flow' } },
  ],
  data: [
    { key: 'score' },
    { key: 'refused' },
    { key: 'withoutOrigin', ask: { rows: 'time', figures: 'items', origin: '-', compare: 'none', drawing: 'bar' } },
    { key: 'withoutCode', ask: { rows: 'time', figures: 'items', chapter: '-', compare: 'none', drawing: 'bar' } },
    {
      key: 'withoutOriginBy',
      ask: { rows: 'marketplace', figures: 'items', origin: '-', compare: 'none', drawing: 'bar' },
    },
    {
      key: 'withoutCodeBy',
      ask: { rows: 'marketplace', figures: 'items', chapter: '-', compare: 'none', drawing: 'bar' },
    },
  ],
  partners: [{ key: 'partnersInTime' }, { key: 'partners' }],
} as const satisfies Record<string, readonly Part[]>;
export type Dashboard = keyof typeof DASHBOARDS;
export const DASHBOARD_NAMES = Object.keys(DASHBOARDS) as readonly Dashboard[];

/** The question of a part under the filter of its dashboard. What the part says itself goes before the filter. */
export function askedBy(part: AskedPart, filter: StatisticsFilter): Question {
  return parseQuestion({ ...statisticsFilterParams(filter), ...part.ask });
}
