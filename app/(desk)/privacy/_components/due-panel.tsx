import { useTranslations } from 'next-intl';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import type { WhatIsDue } from '@/db/queries/privacy/what-is-due';
import { KEPT_FOR } from '@/lib/policy/retention';

/** What the next round erases, what keeps the rest back, and the periods in force with the law of each. */
export function DuePanel({ due }: { due: WhatIsDue }) {
  const t = useTranslations('privacy');
  const looked = due.due + due.keptBack.reduce((sum, { consignments }) => sum + consignments, 0);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel title={t('due.title')} description={t('due.lead')}>
        <div className="flex flex-col gap-2 text-sm">
          {due.periods.consignments ? (
            <p className="font-semibold">{t('due.count', { count: due.due })}</p>
          ) : (
            <p>{t('due.noPeriod')}</p>
          )}
          {due.isCut ? <p className="text-muted">{t('due.cut', { count: looked })}</p> : null}
          {due.nextOn ? (
            <p className="text-muted">
              {t.rich('due.next', { day: () => <DateTime at={`${due.nextOn}T00:00:00Z`} show="date" /> })}
            </p>
          ) : null}
          <h3 className="pt-2 font-semibold">{t('due.keptBack')}</h3>
          {due.keptBack.length === 0 ? (
            <p className="text-muted">{t('due.nothingKept')}</p>
          ) : (
            <DescriptionList
              items={due.keptBack.map(({ by, consignments }) => ({
                term: t(`due.by.${by}`),
                value: <Count value={consignments} />,
              }))}
            />
          )}
        </div>
      </Panel>
      <Panel title={t('due.periods')}>
        <DescriptionList
          items={KEPT_FOR.map((what) => {
            const period = due.periods[what];
            return {
              term: t(`kept.${what}`),
              value: period ? t('due.days', { days: period.days }) : t('due.none'),
              hint: period ? <bdi translate="no">{period.source}</bdi> : undefined,
            };
          })}
        />
      </Panel>
    </div>
  );
}
