import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { ChangeUserForm } from '@/components/identity/change-user-form';
import { ResetPassword } from '@/components/identity/reset-password';
import { PageHeader } from '@/components/shell/page-header';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { getUser } from '@/db/queries/identity/get-user';
import { listAgencies } from '@/db/queries/agency/list-agencies';
import { listOffices } from '@/db/queries/identity/list-offices';
import { listPartners } from '@/db/queries/identity/list-partners';
import { listUserSessions } from '@/db/queries/identity/list-user-sessions';
import type { Actor } from '@/lib/identity/actor';
import { changeUserAction, resetPasswordAction } from '../actions';
import { UserSessions } from './_components/user-sessions';
import { UserStanding } from './_components/user-standing';

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getUser(actor, id)));

export async function generateMetadata({ params }: { params: Promise<{ id: string }> }): Promise<Metadata> {
  const [actor, { id }] = await Promise.all([requireActor('admin.users'), params]);
  return { title: (await find(actor, id)).name };
}

/** One account: what it may do, where, and whether it may at all. */
export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor('admin.users');
  const { id } = await params;
  const user = await find(actor, id);
  const [t, list, role, offices, partners, agencies, sessions] = await Promise.all([
    getTranslations('admin.user'),
    getTranslations('admin.users'),
    getTranslations('identity.role'),
    listOffices(actor),
    listPartners(actor),
    listAgencies(actor),
    listUserSessions(actor, user.id),
  ]);
  const isOwn = user.id === actor.id;
  return (
    <>
      <PageHeader
        title={<span translate="no">{user.name}</span>}
        back={{ href: routes.adminUsers(), label: t('back') }}
        meta={
          <Badge tone={user.disabledAt ? 'danger' : 'success'}>
            {user.disabledAt ? list('disabled') : list('inUse')}
          </Badge>
        }
        actions={isOwn ? null : <UserStanding user={user} />}
      />
      {isOwn ? <Callout tone="info">{t('own')}</Callout> : null}
      <Panel title={t('person')}>
        <DescriptionList
          columns={2}
          items={[
            { term: t('email'), value: user.email, data: true },
            { term: t('role'), value: role(user.role) },
            { term: t('created'), value: <DateTime at={user.createdAt} /> },
            { term: t('lastSeen'), value: user.lastSeenAt ? <DateTime at={user.lastSeenAt} /> : list('never') },
            { term: t('sessions'), value: <Count value={user.openSessions} /> },
            { term: t('totp.term'), value: user.hasTotp ? t('totp.inUse') : t('totp.none') },
          ]}
        />
      </Panel>
      <UserSessions sessions={sessions} />
      {isOwn ? null : (
        <Panel title={t('reset.title')}>
          <ResetPassword userId={user.id} action={resetPasswordAction} />
        </Panel>
      )}
      {isOwn ? null : (
        <Panel title={t('change')}>
          <ChangeUserForm
            user={user}
            partners={partners.map((partner) => ({ id: partner.id, name: partner.name }))}
            agencies={agencies}
            offices={offices}
            action={changeUserAction}
          />
        </Panel>
      )}
    </>
  );
}
