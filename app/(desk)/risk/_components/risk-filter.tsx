import { routes } from '@/app/_server/routes';
import { PeriodBar } from '@/components/statistics/period-bar';
import type { Resolved, StatisticsFilter, UnfitDays } from '@/lib/statistics/filter';
import { yieldFilterParams } from '@/lib/statistics/yield-filter';

type RiskFilterProps = {
  filter: StatisticsFilter;
  resolved: Resolved;
  offices: readonly { id: string; name: string }[];
  unfit: UnfitDays | null;
  /** The page the filter belongs to. */
  route: 'effectiveness' | 'randomSample';
};

/** Days and offices of a page on what selection finds; every link and form leads back to the same page. */
export function RiskFilter({ filter, resolved, offices, unfit, route }: RiskFilterProps) {
  return (
    <PeriodBar
      filter={filter}
      resolved={resolved}
      action={routes[route]()}
      offices={offices}
      unfit={unfit}
      presetHref={(period) => routes[route](yieldFilterParams({ ...filter, period }))}
    />
  );
}
