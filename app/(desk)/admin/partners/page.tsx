import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { DateTime } from '@/components/ui/date-time';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { listPartners } from '@/db/queries/identity/list-partners';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.partners'))('title') };
}

/** Who sends advance data. */
export default async function PartnersPage() {
  const actor = await requireActor('admin.partners');
  const [t, users, kind, rows] = await Promise.all([
    getTranslations('admin.partners'),
    getTranslations('admin.users'),
    getTranslations('admin.kind'),
    listPartners(actor),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink href={routes.newPartner()} variant="primary">
            {t('new')}
          </ButtonLink>
        }
      />
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <State kind="empty" title={t('empty')}>
            {t('emptyText')}
          </State>
        }
        columns={[
          {
            key: 'name',
            header: t('column.name'),
            rowHeader: true,
            cell: (row) => (
              <TextLink href={routes.adminPartner(row.id)}>
                <span translate="no">{row.name}</span>
              </TextLink>
            ),
          },
          { key: 'key', header: t('column.key'), cell: (row) => <code translate="no">{row.key}</code> },
          { key: 'kind', header: t('column.kind'), cell: (row) => kind(row.kind) },
          { key: 'keys', header: t('column.keys'), numeric: true, cell: (row) => <Count value={row.keysInUse} /> },
          {
            key: 'state',
            header: t('column.state'),
            cell: (row) => (
              <Badge tone={row.disabledAt ? 'danger' : 'success'}>
                {row.disabledAt ? users('disabled') : users('inUse')}
              </Badge>
            ),
          },
          {
            key: 'created',
            header: t('column.created'),
            cell: (row) => <DateTime at={row.createdAt} show="date" />,
          },
        ]}
      />
    </>
  );
}
