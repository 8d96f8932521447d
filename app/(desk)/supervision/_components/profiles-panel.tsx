import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { WaitingRow } from '@/db/queries/profile/list-waiting';

/** Versions of profiles and editions of lists that wait for a second person, oldest first; each leads to where it is decided on. */
export function ProfilesPanel({ waiting }: { waiting: readonly WaitingRow[] }) {
  const t = useTranslations('supervision.profiles');
  if (waiting.length === 0) return null;
  return (
    <Panel id="profiles" title={t('title')} flush>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={waiting}
        rowKey={(row) => `${row.kind} ${row.id} ${row.version}`}
        columns={[
          {
            key: 'what',
            header: t('what'),
            rowHeader: true,
            cell: ({ kind, id, number, title, version }) => (
              <TextLink href={kind === 'profile' ? routes.profile(id) : routes.profileList(id)}>
                {kind === 'profile'
                  ? t('profile', { number: number ?? 0, title, version })
                  : t('list', { title, version })}
              </TextLink>
            ),
          },
          {
            key: 'by',
            header: t('by'),
            cell: ({ proposedByName, isOwn }) => (
              <>
                <bdi translate="no">{proposedByName}</bdi>
                {isOwn ? <span className="block text-muted text-xs">{t('own')}</span> : null}
              </>
            ),
          },
          { key: 'at', header: t('at'), cell: ({ proposedAt }) => <DateTime at={proposedAt} /> },
        ]}
      />
    </Panel>
  );
}
