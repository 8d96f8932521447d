import { useTranslations } from 'next-intl';
import { DeviceText } from '@/components/identity/device-text';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { UserSession } from '@/db/queries/identity/list-user-sessions';

/** Where somebody is signed in; all of it is ended above. */
export function UserSessions({ sessions }: { sessions: readonly UserSession[] }) {
  const t = useTranslations('identity.account');
  const tUser = useTranslations('admin.user');
  if (sessions.length === 0) return null;
  return (
    <Panel title={tUser('sessionsTitle')} flush>
      <DataTable
        caption={tUser('sessionsTitle')}
        captionHidden
        rows={sessions}
        rowKey={(session) => session.ref}
        columns={[
          {
            key: 'device',
            header: t('device'),
            rowHeader: true,
            cell: (session) => <DeviceText device={session.device} />,
          },
          { key: 'started', header: t('started'), cell: (session) => <DateTime at={session.createdAt} /> },
          { key: 'seen', header: t('lastSeen'), cell: (session) => <DateTime at={session.lastSeenAt} /> },
          { key: 'expires', header: t('expires'), cell: (session) => <DateTime at={session.expiresAt} /> },
        ]}
      />
    </Panel>
  );
}
