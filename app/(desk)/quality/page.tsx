import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { QualityScore } from '@/components/quality/quality-score';
import { Scorecard } from '@/components/quality/scorecard';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TabLinks } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { getPartnerQuality, QUALITY_PERIODS, type QualityPeriod } from '@/db/queries/quality/get-partner-quality';
import { listPartnerQuality, type PartnerQualityRow } from '@/db/queries/quality/list-partner-quality';
import { type QualityParams, qualityPeriodOf } from './search-params';

type Props = { searchParams: Promise<QualityParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [params, t] = await Promise.all([searchParams, getTranslations('quality')]);
  return { title: t('tabOfDays', { days: qualityPeriodOf(params) }) };
}

/** The partner's own scorecard; for who oversees them, all partners. */
export default async function QualityPage({ searchParams }: Props) {
  const actor = await requireActor('quality.read');
  const days = qualityPeriodOf(await searchParams);
  const t = await getTranslations('quality');
  const rules = <ButtonLink href={routes.helpRecord()}>{t('rules')}</ButtonLink>;
  const hrefOf = (period: QualityPeriod) => routes.quality({ days: period });
  if (actor.partnerId) {
    const quality = await getPartnerQuality(actor, actor.partnerId, days);
    return (
      <>
        <PageHeader title={t('title')} lead={t('leadOwn')} actions={rules} />
        <Scorecard quality={quality} hrefOf={hrefOf} exampleHref={routes.trackedConsignment} />
      </>
    );
  }
  const rows = await listPartnerQuality(actor, days);
  return (
    <>
      <PageHeader title={t('title')} lead={t('leadAll')} actions={rules} />
      <TabLinks
        label={t('card.period')}
        tabs={QUALITY_PERIODS.map((period) => ({
          href: hrefOf(period),
          label: t('card.days', { days: period }),
          current: period === days,
        }))}
      />
      <Panel flush={rows.length > 0}>
        {rows.length === 0 ? (
          <State kind="empty" title={t('card.empty')}>
            {t('card.emptyText')}
          </State>
        ) : (
          <PartnerTable rows={rows} days={days} />
        )}
      </Panel>
    </>
  );
}

function PartnerTable({ rows, days }: { rows: readonly PartnerQualityRow[]; days: QualityPeriod }) {
  const t = useTranslations('quality.list');
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.partnerId}
      columns={[
        {
          key: 'partner',
          header: t('partner'),
          rowHeader: true,
          cell: (row) => (
            <TextLink href={routes.partnerQuality(row.partnerId, { days })}>
              <span translate="no">{row.partnerName}</span>
            </TextLink>
          ),
        },
        {
          key: 'score',
          header: t('score'),
          cell: ({ average }) => (average === null ? null : <QualityScore score={average} digits={1} />),
        },
        {
          key: 'records',
          header: t('records'),
          numeric: true,
          cell: (row) => <Count value={row.records} />,
        },
        {
          key: 'refused',
          header: t('refused'),
          numeric: true,
          cell: (row) => <Count value={row.refused} />,
        },
      ]}
    />
  );
}
