import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { CreatePartnerForm } from '@/components/identity/create-partner-form';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { listOffices } from '@/db/queries/identity/list-offices';
import { createPartnerAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.partner'))('createTitle') };
}

/** A new partner. */
export default async function NewPartnerPage() {
  const actor = await requireActor('admin.partners');
  const [t, offices] = await Promise.all([getTranslations('admin.partner'), listOffices(actor)]);
  return (
    <>
      <PageHeader
        title={t('createTitle')}
        lead={t('createLead')}
        back={{ href: routes.adminPartners(), label: t('back') }}
      />
      <Panel>
        <CreatePartnerForm offices={offices} action={createPartnerAction} />
      </Panel>
    </>
  );
}
