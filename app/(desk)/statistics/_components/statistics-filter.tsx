import { routes } from '@/app/_server/routes';
import { FilterBar } from '@/components/statistics/filter-bar';
import { StatisticsChips } from '@/components/statistics/filter-chips';
import type { Dashboard } from '@/lib/statistics/dashboards';
import {
  cleared,
  type Resolved,
  type StatisticsFilter,
  statisticsFilterParams,
  type UnfitDays,
  widened,
} from '@/lib/statistics/filter';
import { type Question, questionParams } from '@/lib/statistics/question';

type Params = Readonly<Record<string, string | readonly string[]>>;

type StatisticsFilterProps = {
  filter: StatisticsFilter;
  resolved: Resolved;
  offices: readonly { id: string; name: string }[];
  /** Days that were asked for and make no period. */
  unfit: UnfitDays | null;
  /** The page the filter belongs to. */
  route: 'statistics' | 'statisticsItems' | 'explore';
  /** What the explorer asks under the filter; it stays when the filter changes. */
  question?: Question;
  /** The dashboard whose page it is; it goes before the route. */
  dashboard?: Dashboard;
};

/** The filter bar and its chips; every link and form leads back to the same page. */
export function StatisticsFilterSection({
  filter,
  resolved,
  offices,
  unfit,
  route,
  question,
  dashboard,
}: StatisticsFilterProps) {
  const paramsOf = (changed: StatisticsFilter) =>
    question ? questionParams({ ...question, filter: changed }) : statisticsFilterParams(changed);
  const place = dashboard ? (query?: Params) => routes.dashboard(dashboard, query) : routes[route];
  const href = (changed: StatisticsFilter) => place(paramsOf(changed));
  return (
    <div className="flex flex-col gap-3">
      <FilterBar
        filter={filter}
        resolved={resolved}
        action={place()}
        offices={offices}
        unfit={unfit}
        params={paramsOf(filter)}
        presetHref={(period) => href({ ...filter, period })}
      />
      <StatisticsChips
        filter={filter}
        officeNames={new Map(offices.map(({ id, name }) => [id, name]))}
        removeHref={(name, member) => href(widened(filter, name, member))}
        clearHref={href(cleared(filter))}
      />
    </div>
  );
}
