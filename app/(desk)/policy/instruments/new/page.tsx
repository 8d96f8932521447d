import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { LawForm } from '@/components/policy/law-form';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { enterInstrumentAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policy.lawForm'))('title') };
}

/** Enters an act, a regulation or a resolution. */
export default async function NewInstrumentPage() {
  await requireActor('policy.write');
  const [t, tBook] = await Promise.all([getTranslations('policy.lawForm'), getTranslations('policy.book')]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: routes.policy(), label: tBook('title') }} />
      <Panel>
        <LawForm action={enterInstrumentAction} />
      </Panel>
    </>
  );
}
