import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { formatDecimal, formatInstant, formatPercent } from '@/components/ui/format';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TabLinks } from '@/components/ui/tabs';
import { listAnomalies } from '@/db/queries/statistics/list-anomalies';
import { DIFFERENCE_MIN, FAR, PART_MIN } from '@/lib/statistics/anomaly';
import { EMPTY_STATISTICS_FILTER } from '@/lib/statistics/filter';
import { StatisticsPlaces } from '../_components/statistics-places';
import { AnomalyItem } from './_components/anomaly-item';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [{ which }, t] = await Promise.all([searchParams, getTranslations('dashboards.anomaly')]);
  return { title: t(which === 'all' ? 'tabAll' : 'title') };
}

/** Days that were unlike the weeks before them, explained, and acknowledged by whoever knows of them. */
export default async function AnomaliesPage({ searchParams }: Props) {
  const actor = await requireActor('statistics.read');
  const { after, which } = await searchParams;
  const isOpen = which !== 'all';
  const [{ offices }, t, locale, { rows, next, judgedTo }] = await Promise.all([
    requireSignedIn(),
    getTranslations('dashboards.anomaly'),
    getLocale(),
    listAnomalies(actor, { isOpen, after: typeof after === 'string' ? after : null }),
  ]);
  const kept = isOpen ? {} : { which: 'all' };
  const officeNames = new Map(offices.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <StatisticsPlaces current="anomalies" filter={EMPTY_STATISTICS_FILTER} />
      <TabLinks
        label={t('show')}
        tabs={[
          { href: routes.anomalies(), label: t('open'), current: isOpen },
          { href: routes.anomalies({ which: 'all' }), label: t('every'), current: !isOpen },
        ]}
      />
      <Panel flush>
        {rows.length === 0 ? (
          <State kind="empty" title={t(judgedTo ? 'none' : 'few')}>
            {t(judgedTo ? 'noneText' : 'fewText')}
          </State>
        ) : (
          <ul className="divide-y divide-line">
            {rows.map((anomaly) => (
              <AnomalyItem key={anomaly.id} anomaly={anomaly} actor={actor} officeNames={officeNames} />
            ))}
          </ul>
        )}
        <Pagination
          previousHref={after ? routes.anomalies(kept) : undefined}
          nextHref={next ? routes.anomalies({ ...kept, after: next }) : undefined}
        />
      </Panel>
      <p className="text-muted text-xs">
        {judgedTo ? `${t('judged', { day: formatInstant(locale, new Date(`${judgedTo}T00:00:00Z`), 'date') })} ` : ''}
        {t('method', {
          far: formatDecimal(locale, String(FAR), 1),
          least: DIFFERENCE_MIN,
          part: formatPercent(locale, PART_MIN, 0),
        })}
      </p>
    </>
  );
}
