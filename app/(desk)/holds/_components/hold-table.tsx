import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Countdown } from '@/components/ui/countdown';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/text-link';
import type { AgencyHoldRow, AgencyView } from '@/db/queries/agency/list-holds';
import { VerdictBadge } from './verdict-badge';

/** Holds of one agency, in the order of its list. */
export function HoldTable({ rows, view, now }: { rows: readonly AgencyHoldRow[]; view: AgencyView; now: string }) {
  const t = useTranslations('agency');
  return (
    <DataTable
      caption={t(`list.${view}`)}
      captionHidden
      rows={rows}
      rowKey={(row) => row.holdId}
      columns={[
        {
          key: 'reference',
          header: t('reference'),
          rowHeader: true,
          cell: (row) => (
            <TextLink href={routes.agencyHold(row.consignmentId, row.holdId)} prefetch={false} data>
              {row.reference}
            </TextLink>
          ),
        },
        {
          key: 'due',
          header: t('due'),
          cell: (row) => (view === 'open' ? <Countdown dueAt={row.dueAt} now={now} /> : <DateTime at={row.dueAt} />),
        },
        { key: 'goods', header: t('goods'), cell: (row) => <bdi translate="no">{row.headline}</bdi> },
        {
          key: 'question',
          header: t('question'),
          className: 'min-w-48',
          cell: (row) => (
            <bdi className="line-clamp-2" translate="no">
              {row.question}
            </bdi>
          ),
        },
        { key: 'office', header: t('office'), cell: (row) => <span translate="no">{row.officeName}</span> },
        { key: 'placed', header: t('placed'), cell: (row) => <DateTime at={row.placedAt} /> },
        {
          key: 'last',
          header: t('last'),
          cell: (row) =>
            row.verdict ? <VerdictBadge verdict={row.verdict} /> : <span className="text-muted">{t('none')}</span>,
        },
      ]}
    />
  );
}
