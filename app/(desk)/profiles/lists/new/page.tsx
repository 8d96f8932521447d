import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { ListForm } from '@/components/profile/list-form';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { createListAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile.listOf'))('new') };
}

/** A new list. */
export default async function NewProfileListPage() {
  await requireActor('profile.write');
  const t = await getTranslations('profile.listOf');
  return (
    <>
      <PageHeader title={t('new')} lead={t('newLead')} back={{ href: routes.profileLists(), label: t('back') }} />
      <Panel>
        <ListForm saved={null} entries="" action={createListAction} />
      </Panel>
    </>
  );
}
