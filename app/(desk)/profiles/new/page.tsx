import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Editor } from '../_components/editor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile'))('new') };
}

/** A new profile. */
export default async function NewProfilePage() {
  await requireActor('profile.write');
  const t = await getTranslations('profile');
  return (
    <>
      <PageHeader title={t('new')} lead={t('newLead')} back={{ href: routes.profiles(), label: t('back') }} />
      <Editor profileId={randomUUID()} rowVersion={null} draft={null} />
    </>
  );
}
