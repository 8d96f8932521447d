import { useLocale, useTranslations } from 'next-intl';
import { FindingTable } from '@/components/quality/finding-table';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { formatDays, formatMonth } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { State } from '@/components/ui/state';
import { TabLinks } from '@/components/ui/tabs';
import type { MonthScorecard } from '@/db/queries/partnership/get-scorecard';
import { MeasureTable } from './measure-table';

type MonthCardProps = {
  scorecard: MonthScorecard;
  hrefOf: (month: string) => string;
  /** Where a reference is looked up. */
  exampleHref?: (reference: string) => string;
};

/** The scorecard of a partner in a month: its measures beside others, and what to fix first. */
export function MonthCard({ scorecard, hrefOf, exampleHref }: MonthCardProps) {
  const t = useTranslations('partnership.scorecard');
  const locale = useLocale();
  const { months, month, counts, countedAt, first, arePeersShared, isRunning, uncounted } = scorecard;
  const nameOf = (one: string) => <time dateTime={one.slice(0, 7)}>{formatMonth(locale, one)}</time>;
  if (!counts)
    return (
      <State kind="empty" title={t('empty')}>
        {t('emptyText')}
      </State>
    );
  return (
    <>
      <TabLinks
        label={t('month')}
        tabs={months.map((one) => ({ href: hrefOf(one), label: nameOf(one), current: one === month }))}
      />
      <h2 className="hidden print:block">{nameOf(month)}</h2>
      {uncounted.length > 0 ? (
        <Callout tone="warning">{t('uncounted', { days: formatDays(locale, uncounted) })}</Callout>
      ) : null}
      <StatRow>
        {(['consignments', 'refused', 'selected', 'examined'] as const).map((figure) => (
          <Stat key={figure} label={t(`summary.${figure}`)} value={<Count value={counts[figure]} />} />
        ))}
      </StatRow>
      {arePeersShared ? null : <Callout tone="info">{t('noMemorandum')}</Callout>}
      <Panel title={t('measures')} description={t('measuresText')} flush>
        <MeasureTable scorecard={scorecard} />
      </Panel>
      <Panel title={t('first')} description={t('firstText')} flush={first.length > 0}>
        {first.length === 0 ? (
          <State kind="empty" title={t('firstNone')}>
            {t('firstNoneText')}
          </State>
        ) : (
          <FindingTable
            caption={t('first')}
            findings={first}
            of={counts.consignments + counts.refused}
            pointsOf={({ points }) => points}
            hrefOf={exampleHref}
          />
        )}
      </Panel>
      <p className="text-muted text-xs">
        {countedAt ? t.rich('countedAt', { at: () => <DateTime at={countedAt} /> }) : null}{' '}
        {isRunning ? t('running') : null}
      </p>
    </>
  );
}
