import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { AddMember, CloseMember } from '@/components/partnership/team-acts';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { listMembers } from '@/db/queries/partnership/list-members';
import { addMemberAction, closeMemberAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnership.team'))('title') };
}

/** The people of a partner, managed by themselves. */
export default async function TeamPage() {
  const actor = await requireActor('partner.team');
  const [t, members] = await Promise.all([getTranslations('partnership.team'), orNotFound(listMembers(actor))]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<AddMember action={addMemberAction} />} />
      <Panel title={t('people')} flush>
        <DataTable
          caption={t('people')}
          captionHidden
          rows={members}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: t('name'),
              rowHeader: true,
              className: 'min-w-32',
              cell: ({ id, name }) => (
                <>
                  <span translate="no">{name}</span>
                  {id === actor.id ? <span className="font-normal text-muted"> ({t('you')})</span> : null}
                </>
              ),
            },
            { key: 'email', header: t('email'), cell: ({ email }) => <span translate="no">{email}</span> },
            { key: 'since', header: t('since'), cell: ({ createdAt }) => <DateTime at={createdAt} show="date" /> },
            {
              key: 'seen',
              header: t('lastSeen'),
              cell: ({ lastSeenAt }) => (lastSeenAt ? <DateTime at={lastSeenAt} /> : t('never')),
            },
            {
              key: 'state',
              header: t('state'),
              cell: ({ disabledAt }) =>
                disabledAt ? <Badge tone="danger">{t('closed')}</Badge> : <Badge tone="success">{t('inUse')}</Badge>,
            },
            {
              key: 'action',
              header: t('action'),
              cell: ({ id, name, disabledAt }) =>
                disabledAt || id === actor.id ? null : <CloseMember id={id} name={name} action={closeMemberAction} />,
            },
          ]}
        />
      </Panel>
    </>
  );
}
