import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { State } from '@/components/ui/state';
import { TabLinks } from '@/components/ui/tabs';
import type { PartnerQuality, QualityPeriod, QualityWeek } from '@/db/queries/quality/get-partner-quality';
import { FindingTable } from './finding-table';
import { QualityScore } from './quality-score';
import { QualitySpread } from './quality-spread';

type ScorecardProps = {
  quality: PartnerQuality;
  /** The same card over other days. */
  hrefOf: (days: QualityPeriod) => string;
  exampleHref?: (reference: string) => string;
};

/** The data quality of one partner: score, spread, weeks, and what to mend first. */
export function Scorecard({ quality, hrefOf, exampleHref }: ScorecardProps) {
  const t = useTranslations('quality.card');
  const { days, periods, bands, weeks, findings } = quality;
  const chosen = periods.find((period) => period.days === days);
  const records = chosen?.records ?? 0;
  return (
    <div className="flex flex-col gap-4">
      <Figures quality={quality} />
      <TabLinks
        label={t('period')}
        tabs={periods.map((period) => ({
          href: hrefOf(period.days),
          label: t('days', { days: period.days }),
          current: period.days === days,
          count: period.records,
        }))}
      />
      {records === 0 ? (
        <State kind="empty" title={t('empty')}>
          {t('emptyText')}
        </State>
      ) : (
        <>
          <Panel title={t('first')} description={t('firstText', { days })} flush={findings.length > 0}>
            {findings.length === 0 ? (
              <State kind="empty" title={t('nothing')}>
                {t('nothingText')}
              </State>
            ) : (
              <FindingTable
                caption={t('first')}
                findings={findings}
                of={records}
                pointsOf={({ points }) => points}
                hrefOf={exampleHref}
              />
            )}
          </Panel>
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
            <Panel title={t('bands')} flush>
              <QualitySpread bands={bands} caption={t('bands')} />
            </Panel>
            <Weeks weeks={weeks} />
          </div>
        </>
      )}
    </div>
  );
}

function Figures({ quality: { periods, days } }: { quality: PartnerQuality }) {
  const t = useTranslations('quality.card');
  const locale = useLocale();
  const chosen = periods.find((period) => period.days === days);
  return (
    <StatRow>
      {periods.map(({ days: period, average }) => (
        <Stat
          key={period}
          label={t('last', { days: period })}
          value={average === null ? '–' : <QualityScore score={average} digits={1} />}
          hint={average === null ? t('none') : undefined}
        />
      ))}
      {chosen ? (
        <>
          <Stat label={t('records', { days })} value={<Count value={chosen.records} />} />
          <Stat
            label={t('refused', { days })}
            value={<Count value={chosen.refused} />}
            hint={
              chosen.records > 0
                ? t('refusedShare', { share: formatPercent(locale, chosen.refused / chosen.records) })
                : undefined
            }
          />
        </>
      ) : null}
    </StatRow>
  );
}

function Weeks({ weeks }: { weeks: readonly QualityWeek[] }) {
  const t = useTranslations('quality');
  return (
    <Panel title={t('card.weeks')} flush>
      <DataTable
        caption={t('card.weeks')}
        captionHidden
        rows={weeks}
        rowKey={({ from }) => from}
        columns={[
          {
            key: 'week',
            header: t('card.week'),
            rowHeader: true,
            className: 'whitespace-nowrap',
            cell: ({ from, to }) => (
              <span translate="no">
                {from} – {to}
              </span>
            ),
          },
          {
            key: 'score',
            header: t('card.score'),
            cell: ({ average }) => (average === null ? null : <QualityScore score={average} digits={1} />),
          },
          { key: 'records', header: t('list.records'), numeric: true, cell: (row) => <Count value={row.records} /> },
          { key: 'refused', header: t('list.refused'), numeric: true, cell: (row) => <Count value={row.refused} /> },
        ]}
      />
    </Panel>
  );
}
