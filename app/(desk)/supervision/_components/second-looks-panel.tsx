import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import {
  type DifferingLook,
  type LookResult,
  RESULT_DAYS,
  type SecondLookResults,
} from '@/db/queries/second-look/second-look-results';
import { LOOK_REASONS } from '@/lib/clearance/second-look';

/** How far two officers who decide apart agree, by kind, and what they judged differently. It names nobody. */
export function SecondLooksPanel({ looks }: { looks: SecondLookResults }) {
  const t = useTranslations('secondLook');
  const tClearance = useTranslations('clearance');
  const locale = useLocale();
  const percent = (share: number) => formatPercent(locale, share, 0);
  const kappa = (value: number) => formatDecimal(locale, value, 2);
  const interval = (low: string, high: string) => (
    <span className="block whitespace-nowrap text-muted text-xs">{t('results.interval', { low, high })}</span>
  );
  const isAny = looks.results.some(({ of, noView }) => of + noView > 0);
  const title = t('results.title');
  return (
    <Panel
      title={title}
      description={`${t('results.text', { days: RESULT_DAYS })} ${t('results.waiting', { count: looks.waiting })}`}
      id="second-looks"
      flush={isAny}
    >
      <DataTable<LookResult>
        caption={title}
        captionHidden
        isDense
        rows={isAny ? looks.results : []}
        rowKey={({ kind }) => kind}
        empty={
          <State kind="empty" title={t('results.none')}>
            {t('results.noneText')}
          </State>
        }
        columns={[
          {
            key: 'kind',
            header: t('results.kind'),
            rowHeader: true,
            cell: ({ kind }) => t(`results.byKind.${kind}`),
          },
          { key: 'of', header: t('results.of'), numeric: true, cell: ({ of }) => <Count value={of} /> },
          {
            key: 'agreed',
            header: t('results.agreed'),
            numeric: true,
            cell: ({ agreed }) =>
              agreed ? (
                <>
                  {percent(agreed.rate)}
                  {interval(percent(agreed.low), percent(agreed.high))}
                </>
              ) : (
                '–'
              ),
          },
          {
            key: 'sameReason',
            header: t('results.sameReason'),
            numeric: true,
            cell: ({ sameReason, of }) => (of > 0 ? percent(sameReason / of) : '–'),
          },
          {
            key: 'kappa',
            header: t('results.kappa'),
            numeric: true,
            className: 'whitespace-normal!',
            cell: (row) =>
              row.kappa ? (
                <>
                  {kappa(row.kappa.value)}
                  {interval(kappa(row.kappa.low), kappa(row.kappa.high))}
                </>
              ) : (
                <span className="text-muted text-xs">{t('results.noKappa')}</span>
              ),
          },
          { key: 'noView', header: t('results.noView'), numeric: true, cell: ({ noView }) => <Count value={noView} /> },
        ]}
      />
      {looks.differing.length > 0 ? (
        <details className="border-line border-t">
          <summary className="flex min-h-target cursor-pointer items-center px-4 text-accent text-sm">
            {t('results.differing')}
          </summary>
          <DataTable<DifferingLook>
            caption={t('results.differing')}
            captionHidden
            isDense
            rows={looks.differing}
            rowKey={({ consignmentId, answeredAt }) => `${consignmentId} ${answeredAt}`}
            columns={[
              {
                key: 'reference',
                header: t('results.reference'),
                rowHeader: true,
                cell: ({ consignmentId, reference }) => (
                  <TextLink href={routes.consignment(consignmentId)} data>
                    {reference}
                  </TextLink>
                ),
              },
              { key: 'first', header: t('results.first'), cell: ({ first }) => t(`answer.${first}`) },
              { key: 'second', header: t('results.second'), cell: ({ second }) => t(`answer.${second}`) },
              {
                key: 'why',
                header: t('results.why'),
                className: 'whitespace-normal! min-w-48',
                cell: ({ second, secondReason, note }) => (
                  <>
                    {secondReason ? tClearance(`${LOOK_REASONS[second].group}.${secondReason}`) : null}
                    {note ? (
                      <bdi className="block text-muted text-xs" translate="no">
                        {note}
                      </bdi>
                    ) : null}
                  </>
                ),
              },
              { key: 'at', header: t('results.at'), cell: ({ answeredAt }) => <DateTime at={answeredAt} /> },
            ]}
          />
        </details>
      ) : null}
    </Panel>
  );
}
