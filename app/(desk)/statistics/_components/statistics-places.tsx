import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { TabLinks } from '@/components/ui/tabs';
import { DASHBOARD_NAMES, type Dashboard } from '@/lib/statistics/dashboards';
import { type StatisticsFilter, statisticsFilterParams } from '@/lib/statistics/filter';

type StatisticsPlacesProps = {
  current: 'overview' | 'explore' | 'report' | 'anomalies' | 'definitions' | Dashboard;
  filter: StatisticsFilter;
};

/** The pages of the statistics; each is opened under the filter of this one. */
export async function StatisticsPlaces({ current, filter }: StatisticsPlacesProps) {
  const [t, tStatistics, tExplore] = await Promise.all([
    getTranslations('dashboards'),
    getTranslations('statistics'),
    getTranslations('explore'),
  ]);
  const params = statisticsFilterParams(filter);
  return (
    <TabLinks
      label={t('places')}
      tabs={[
        { href: routes.statistics(params), label: tStatistics('overview'), current: current === 'overview' },
        ...DASHBOARD_NAMES.map((name) => ({
          href: routes.dashboard(name, params),
          label: t(`name.${name}`),
          current: current === name,
        })),
        { href: routes.explore(params), label: tExplore('title'), current: current === 'explore' },
        { href: routes.report(), label: tExplore('report.title'), current: current === 'report' },
        { href: routes.anomalies(), label: t('anomaly.title'), current: current === 'anomalies' },
        { href: routes.definitions(), label: tExplore('definition.title'), current: current === 'definitions' },
      ]}
    />
  );
}
