import { STUDIED } from '@/db/queries/statistics/get-release-study';
import type { Actor } from '@/lib/identity/actor';
import type { Dashboard, Part } from '@/lib/statistics/dashboards';
import type { Resolved, StatisticsFilter } from '@/lib/statistics/filter';
import { statisticsFilterParams } from '@/lib/statistics/filter';
import { EffectivenessSection, ReleaseSection } from '../../../_components/clearance-sections';
import { AnomalySection } from './anomaly-section';
import { AskedSection } from './asked-section';
import { BenchmarksSection, ConcentrationSection, ForecastSection, StudySection } from './own-sections';
import { PartnersInTimeSection, PartnersSection, QualitySection } from './partner-sections';

export type PartProps = {
  actor: Actor;
  dashboard: Dashboard;
  filter: StatisticsFilter;
  resolved: Resolved;
  today: string;
  officeNames: ReadonlyMap<string, string>;
};

const CAUSES = STUDIED.filter((by) => by !== 'hour');

/** One part of a dashboard. */
export function PartSection({ part, ...props }: PartProps & { part: Part }) {
  if ('ask' in part) return <AskedSection {...props} part={part} />;
  const { actor, filter, resolved } = props;
  const section = {
    actor,
    filter,
    resolved,
    pinnedParams: statisticsFilterParams({ ...filter, period: resolved.period }),
  };
  switch (part.key) {
    case 'release':
      return <ReleaseSection {...section} />;
    case 'findings':
      return <EffectivenessSection {...section} />;
    case 'forecast':
      return <ForecastSection {...props} />;
    case 'concentration':
      return <ConcentrationSection {...props} />;
    case 'benchmarks':
      return <BenchmarksSection {...props} />;
    case 'score':
    case 'refused':
      return <QualitySection {...props} of={part.key} />;
    case 'partners':
      return <PartnersSection {...props} />;
    case 'partnersInTime':
      return <PartnersInTimeSection {...props} />;
    case 'anomalies':
      return <AnomalySection {...props} />;
    case 'study':
      return <StudySection {...props} by={CAUSES} />;
    case 'studyByHour':
      return <StudySection {...props} by={['hour']} />;
  }
}
