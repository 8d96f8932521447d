import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { secondOfficerRules } from '@/db/queries/policy/second-officer-rules';
import { GroundsPanel } from './_components/grounds-panel';
import { SecondOfficerPanel } from './_components/second-officer-panel';
import { TransitionsPanel } from './_components/transitions-panel';

export async function generateMetadata(): Promise<Metadata> {
  await requireActor('policy.read');
  return { title: (await getTranslations('help.decisions'))('title') };
}

/** Every status, act and ground, drawn from the tables the product decides by. */
export default async function DecisionsHelpPage() {
  const actor = await requireActor('policy.read');
  const [t, rules] = await Promise.all([getTranslations('help.decisions'), secondOfficerRules(actor)]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: routes.help(), label: t('back') }} />
      <TransitionsPanel />
      <SecondOfficerPanel rules={rules} />
      <GroundsPanel />
    </>
  );
}
