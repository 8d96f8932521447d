import { parseStatisticsFilter, type StatisticsFilter, statisticsFilterParams, type UrlParams } from './filter';

const ASKED = ['period', 'from', 'to', 'office'] as const;

/** Results take weeks to come in: shorter periods say little. */
const PERIOD = 'last90';

/** The filter of the pages on what selection finds: the days of first receipt and the offices; nothing else narrows them. */
export function parseYieldFilter(params: UrlParams): StatisticsFilter {
  const asked = Object.fromEntries(ASKED.map((name) => [name, params[name]]));
  return parseStatisticsFilter({ ...asked, period: asked.period ?? PERIOD });
}

/** The filter as address parameters; parsing them gives the filter back. */
export function yieldFilterParams(filter: StatisticsFilter): Record<string, string | readonly string[]> {
  const { office, ...rest } = statisticsFilterParams(filter);
  const { from, to } = rest;
  const days: Record<string, string | readonly string[]> =
    typeof filter.period === 'object' ? { from: from ?? '', to: to ?? '' } : { period: filter.period };
  return office ? { ...days, office } : days;
}
