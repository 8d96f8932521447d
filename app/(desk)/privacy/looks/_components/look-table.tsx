import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import type { LookRow } from '@/db/queries/privacy/list-looks';

/** Looks at personal data, the latest first. */
export function LookTable({ rows }: { rows: readonly LookRow[] }) {
  const t = useTranslations('privacy.looks');
  const tReason = useTranslations('clearance.revealReason');
  const tRole = useTranslations('identity.role');
  const data = (text: string | null) => <span translate="no">{text ?? '–'}</span>;
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', header: t('at'), cell: ({ at }) => <DateTime at={at} show="seconds" /> },
        { key: 'who', header: t('who'), rowHeader: true, cell: ({ actorName }) => data(actorName) },
        {
          key: 'role',
          header: t('role'),
          cell: ({ role }) => (tRole.has(role as 'officer') ? tRole(role as 'officer') : role),
        },
        { key: 'reference', header: t('reference'), cell: ({ reference }) => data(reference) },
        { key: 'office', header: t('office'), cell: ({ officeId }) => data(officeId) },
        {
          key: 'what',
          header: t('what'),
          cell: ({ what }) => t(`whats.${what}`),
        },
        {
          key: 'why',
          header: t('why'),
          cell: ({ why }) => (tReason.has(why as 'audit') ? tReason(why as 'audit') : data(why)),
        },
        { key: 'note', header: t('note'), className: 'min-w-40', cell: ({ note }) => data(note) },
      ]}
    />
  );
}
