import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { TextField } from '@/components/ui/field';
import { LaneBadge } from '@/components/ui/lane-badge';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { findConsignments } from '@/db/queries/consignment/find-consignments';

export default async function SearchPage({ searchParams }: { searchParams: Promise<{ find?: string }> }) {
  const actor = await requireActor('consignment.read');
  const { find = '' } = await searchParams;
  const [t, tQueue, tClearance, tSubmissions, rows] = await Promise.all([
    getTranslations('search'),
    getTranslations('queue'),
    getTranslations('clearance'),
    getTranslations('submissions'),
    findConsignments(actor, find),
  ]);
  const [only] = rows;
  if (only && rows.length === 1) redirect(routes.consignment(only.consignmentId));
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <form method="get" className="flex flex-wrap items-end gap-3 pb-4">
        <TextField name="find" label={t('field')} defaultValue={find} type="search" className="w-80" />
        <Button type="submit" variant="primary">
          {t('find')}
        </Button>
      </form>
      {rows.length > 0 ? (
        <DataTable
          caption={t('caption')}
          rows={rows}
          rowKey={(row) => row.consignmentId}
          columns={[
            {
              key: 'reference',
              header: tQueue('column.reference'),
              rowHeader: true,
              cell: (row) => (
                <TextLink href={routes.consignment(row.consignmentId)} data>
                  {row.reference}
                </TextLink>
              ),
            },
            { key: 'lane', header: tQueue('column.lane'), cell: (row) => <LaneBadge lane={row.laneEffective} /> },
            { key: 'status', header: tSubmissions('column.status'), cell: (row) => tClearance(`status.${row.status}`) },
            { key: 'goods', header: tQueue('column.goods'), cell: (row) => <span translate="no">{row.headline}</span> },
            {
              key: 'partner',
              header: tQueue('column.partner'),
              cell: (row) => <span translate="no">{row.partnerName}</span>,
            },
            {
              key: 'received',
              header: tSubmissions('column.received'),
              cell: (row) => <DateTime at={row.receivedAt} />,
            },
          ]}
        />
      ) : find ? (
        <State kind="none-match" title={t('none')}>
          {t('noneText')}
        </State>
      ) : (
        <State kind="empty" title={t('start')}>
          {t('startText')}
        </State>
      )}
    </>
  );
}
