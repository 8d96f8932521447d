import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { listErasures } from '@/db/queries/privacy/list-erasures';
import { whatIsDue } from '@/db/queries/privacy/what-is-due';
import { DuePanel } from './_components/due-panel';
import { ErasedTable } from './_components/erased-table';
import { PrivacyPlaces } from './_components/privacy-places';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('privacy'))('title') };
}

/** What is due to be erased, what keeps the rest back, and what was erased by month. */
export default async function PrivacyPage() {
  const actor = await requireActor('privacy.read');
  const [t, due, months] = await Promise.all([getTranslations('privacy'), whatIsDue(actor), listErasures(actor)]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PrivacyPlaces current="overview" actor={actor} />
      <DuePanel due={due} />
      <Panel title={t('erased.title')} description={t('erased.lead')} flush>
        <ErasedTable months={months} />
      </Panel>
    </>
  );
}
