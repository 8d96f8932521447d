import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { listAccessRequests } from '@/db/queries/privacy/list-erasures';
import { PrivacyPlaces } from '../_components/privacy-places';
import { AccessForm } from './_components/access-form';
import { RequestTable } from './_components/request-table';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy.access'))('title') };
}

/** Tells a person what is held of them, and lists what was answered. */
export default async function AccessPage() {
  const actor = await requireActor('privacy.answer');
  const [t, requests] = await Promise.all([getTranslations('privacy.access'), listAccessRequests(actor)]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PrivacyPlaces current="access" actor={actor} />
      <AccessForm />
      <Panel title={t('list')} flush>
        <RequestTable rows={requests} />
      </Panel>
    </>
  );
}
