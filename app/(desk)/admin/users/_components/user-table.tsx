import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/text-link';
import type { UserRow } from '@/db/queries/identity/list-users';

/** Few enough offices to be named in a row. */
const NAMED_OFFICES = 3;

/** Accounts, one a row. */
export function UserTable({ rows }: { rows: readonly UserRow[] }) {
  const t = useTranslations('admin.users');
  const role = useTranslations('identity.role');
  const placeOf = ({ partnerName, agencyName, officeIds }: UserRow) => {
    const bound = partnerName ?? agencyName;
    if (bound !== null) return <span translate="no">{bound}</span>;
    if (officeIds.length > NAMED_OFFICES) return t('offices', { count: officeIds.length });
    return <span translate="no">{officeIds.join(', ')}</span>;
  };
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      isDense
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'email',
          header: t('column.email'),
          rowHeader: true,
          cell: (row) => (
            <TextLink href={routes.adminUser(row.id)}>
              <span translate="no">{row.email}</span>
            </TextLink>
          ),
        },
        { key: 'name', header: t('column.name'), cell: (row) => <span translate="no">{row.name}</span> },
        { key: 'role', header: t('column.role'), cell: (row) => role(row.role) },
        { key: 'place', header: t('column.place'), cell: placeOf },
        {
          key: 'state',
          header: t('column.state'),
          cell: (row) => (
            <span className="flex gap-1">
              <Badge tone={row.disabledAt ? 'danger' : 'success'}>{row.disabledAt ? t('disabled') : t('inUse')}</Badge>
              {row.isDemo ? <Badge tone="neutral">{t('demo')}</Badge> : null}
            </span>
          ),
        },
        {
          key: 'seen',
          header: t('column.lastSeen'),
          cell: (row) => (row.lastSeenAt ? <DateTime at={row.lastSeenAt} /> : t('never')),
        },
      ]}
    />
  );
}
