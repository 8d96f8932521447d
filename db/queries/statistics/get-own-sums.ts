import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { OwnSums } from '@/lib/statistics/benchmarks';
import type { Breakdown } from '@/lib/statistics/breakdown';
import type { FilterDimension, Resolved, StatisticsFilter } from '@/lib/statistics/filter';
import { BANDS } from '@/lib/statistics/filter';
import { comparisonPeriod } from '@/lib/statistics/period';
import { totalOf } from '@/lib/statistics/series';
import { TOP_VALUE_BAND } from '@/lib/statistics/value-band';
import { getBreakdown } from './get-breakdown';
import { getDailyFigures } from './get-daily-figures';

/** Values up to the limit of 150 that the European figures of low value are about. */
const LOW_VALUE = BANDS.filter((band) => band !== '150-1000' && band !== TOP_VALUE_BAND);
const CHINA = 'CN';
const MEMBERS_MAX = 1_000;

/** What own figures beside the published ones are made of, under a filter. */
export async function getOwnSums(
  actor: Actor,
  filter: StatisticsFilter,
  { period }: Pick<Resolved, 'period'>,
): Promise<OwnSums> {
  authorise(actor, 'statistics.read');
  const by = (dimension: FilterDimension, measure: 'items' | 'consignments') =>
    getBreakdown(actor, { ...filter, measure }, { period, previous: null }, dimension, MEMBERS_MAX);
  const [days, origins, bands, examinations, outcomes] = await Promise.all([
    getDailyFigures(actor, filter, { period, previous: comparisonPeriod(period, 'year') }),
    by('origin', 'items'),
    by('band', 'items'),
    by('examination', 'consignments'),
    by('outcome', 'consignments'),
  ]);
  const total = totalOf(days.current);
  return {
    ...{ items: total.items, valueMinor: total.value, consignments: total.consignments },
    itemsYearBefore: totalOf(days.previous ?? []).items,
    itemsFromChina: sumOf(origins, [CHINA]),
    itemsLowValue: sumOf(bands, LOW_VALUE),
    examined: sumOf(examinations, ['conform', 'finding']),
    refused: sumOf(outcomes, ['refused']),
  };
}

const sumOf = ({ rows }: Breakdown, members: readonly string[]): bigint =>
  rows.filter(({ member }) => members.includes(member)).reduce((sum, { value }) => sum + value, 0n);
