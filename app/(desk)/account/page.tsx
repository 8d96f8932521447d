import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { mustEnrol, requireSignedIn } from '@/app/_server/actor';
import { ChangePasswordForm } from '@/components/identity/change-password-form';
import { DeviceText } from '@/components/identity/device-text';
import { EndOthersButton } from '@/components/identity/end-others-button';
import { EndSessionButton } from '@/components/identity/end-session-button';
import { ShortcutsSwitch } from '@/components/identity/shortcuts-switch';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import { listOwnSessions } from '@/db/queries/identity/list-own-sessions';
import { ownKeysOf } from '@/lib/identity/own-keys';
import { isPersonRole } from '@/lib/identity/roles';
import { OwnKeysPanel } from './_components/own-keys-panel';
import { TotpPanel } from './_components/totp-panel';
import { changePasswordAction, endOtherSessionsAction, endSessionAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.account'))('title') };
}

/** Who one is here, where one is signed in, and how the keyboard works. */
export default async function AccountPage() {
  const signedIn = await requireSignedIn();
  const { actor, email, offices, preferences } = signedIn;
  const [t, role, sessions] = await Promise.all([
    getTranslations('identity.account'),
    getTranslations('identity.role'),
    listOwnSessions(actor),
  ]);
  const officeNames = offices.map((office) => `${office.name} (${office.id})`).join(', ');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {mustEnrol(signedIn) ? (
        <Callout tone="warning" title={t('mustEnrolTitle')}>
          {t('mustEnrol')}
        </Callout>
      ) : null}
      <Panel title={t('person')}>
        <DescriptionList
          items={[
            { term: t('name'), value: actor.name, data: true },
            { term: t('email'), value: email, data: true },
            { term: t('role'), value: role(actor.role) },
            { term: t('offices'), value: officeNames || t('noOffices'), data: officeNames !== '' },
          ]}
        />
      </Panel>
      <Panel
        title={t('sessions')}
        description={t('sessionsLead')}
        actions={sessions.length > 1 ? <EndOthersButton action={endOtherSessionsAction} /> : null}
        flush
      >
        <DataTable
          caption={t('sessions')}
          captionHidden
          rows={sessions}
          rowKey={(session) => session.ref}
          columns={[
            {
              key: 'device',
              className: 'min-w-32',
              header: t('device'),
              rowHeader: true,
              cell: (session) => <DeviceText device={session.device} />,
            },
            {
              key: 'started',
              header: t('started'),
              cell: (session) => <DateTime at={session.createdAt} />,
            },
            { key: 'seen', header: t('lastSeen'), cell: (session) => <DateTime at={session.lastSeenAt} /> },
            { key: 'expires', header: t('expires'), cell: (session) => <DateTime at={session.expiresAt} /> },
            {
              key: 'action',
              header: t('action'),
              cell: (session) =>
                session.isThis ? (
                  <Badge tone="accent">{t('thisSession')}</Badge>
                ) : (
                  <EndSessionButton sessionRef={session.ref} action={endSessionAction} />
                ),
            },
          ]}
        />
      </Panel>
      <Panel title={t('password')} description={t('passwordLead')}>
        <ChangePasswordForm action={changePasswordAction} />
      </Panel>
      <TotpPanel actor={actor} />
      <Panel title={t('keyboard')}>
        <ShortcutsSwitch />
      </Panel>
      {isPersonRole(actor.role) ? <OwnKeysPanel role={actor.role} ownKeys={ownKeysOf(preferences)} /> : null}
    </>
  );
}
