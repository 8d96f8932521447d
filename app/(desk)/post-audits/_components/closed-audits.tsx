import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { ClosedAudit } from '@/db/queries/post-audit/list-audits';

/** What was found lately, the latest first. */
export function ClosedAudits({ audits }: { audits: readonly ClosedAudit[] }) {
  const t = useTranslations('postAudit.closed');
  const tResult = useTranslations('clearance.result');
  return (
    <Panel title={t('title')} flush={audits.length > 0}>
      <DataTable<ClosedAudit>
        caption={t('title')}
        captionHidden
        rows={audits}
        rowKey={({ auditId }) => auditId}
        empty={
          <State kind="empty" title={t('none')}>
            {t('noneText')}
          </State>
        }
        columns={[
          {
            key: 'reference',
            header: t('reference'),
            rowHeader: true,
            cell: ({ consignmentId, reference, headline }) => (
              <>
                <TextLink href={routes.consignment(consignmentId, { from: routes.postAudits() })} data>
                  {reference}
                </TextLink>
                <bdi className="block text-muted text-xs" translate="no">
                  {headline}
                </bdi>
              </>
            ),
          },
          { key: 'at', header: t('at'), cell: ({ closedAt }) => <DateTime at={closedAt} /> },
          { key: 'by', header: t('by'), cell: ({ byName }) => (byName ? <bdi translate="no">{byName}</bdi> : '–') },
          {
            key: 'result',
            header: t('result'),
            cell: ({ result, endedAs }) => (endedAs ? t(`ended.${endedAs}`) : result ? tResult(result) : '–'),
          },
          {
            key: 'extra',
            header: t('extra'),
            numeric: true,
            cell: ({ extra, endedAs }) =>
              endedAs ? '–' : extra ? <AmountText amount={extra.amount} currency={extra.currency} /> : t('open'),
          },
        ]}
      />
    </Panel>
  );
}
