import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { CreateUserForm } from '@/components/identity/create-user-form';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { listAgencies } from '@/db/queries/agency/list-agencies';
import { listOffices } from '@/db/queries/identity/list-offices';
import { listPartners } from '@/db/queries/identity/list-partners';
import { createUserAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.user'))('createTitle') };
}

/** A new account. */
export default async function NewUserPage() {
  const actor = await requireActor('admin.users');
  const [t, offices, partners, agencies] = await Promise.all([
    getTranslations('admin.user'),
    listOffices(actor),
    listPartners(actor),
    listAgencies(actor),
  ]);
  return (
    <>
      <PageHeader
        title={t('createTitle')}
        lead={t('createLead')}
        back={{ href: routes.adminUsers(), label: t('back') }}
      />
      <Panel>
        <CreateUserForm
          partners={partners.filter(({ disabledAt }) => disabledAt === null).map(({ id, name }) => ({ id, name }))}
          agencies={agencies}
          offices={offices}
          action={createUserAction}
        />
      </Panel>
    </>
  );
}
