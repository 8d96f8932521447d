import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { State } from '@/components/ui/state';
import type { PartnerKeyRow } from '@/db/queries/identity/list-partners';
import { RevokeKey } from './revoke-key';

/** The keys of a partner, told apart by how they begin. */
export function KeyTable({ keys }: { keys: readonly PartnerKeyRow[] }) {
  const t = useTranslations('admin.partner');
  return (
    <DataTable
      caption={t('keys')}
      captionHidden
      rows={keys}
      rowKey={(row) => row.id}
      empty={
        <State kind="empty" title={t('noKeys')}>
          {t('noKeysText')}
        </State>
      }
      columns={[
        {
          key: 'prefix',
          header: t('column.prefix'),
          rowHeader: true,
          cell: (row) => <code translate="no">{row.prefix}…</code>,
        },
        { key: 'created', header: t('column.created'), cell: (row) => <DateTime at={row.createdAt} /> },
        {
          key: 'used',
          header: t('column.lastUsed'),
          cell: (row) => (row.lastUsedAt ? <DateTime at={row.lastUsedAt} /> : t('never')),
        },
        {
          key: 'state',
          header: t('column.state'),
          cell: (row) =>
            row.revokedAt ? (
              <Badge tone="danger">{t('keyRevoked')}</Badge>
            ) : (
              <Badge tone="success">{t('keyInUse')}</Badge>
            ),
        },
        {
          key: 'action',
          header: t('column.action'),
          cell: (row) => (row.revokedAt ? null : <RevokeKey id={row.id} prefix={row.prefix} />),
        },
      ]}
    />
  );
}
