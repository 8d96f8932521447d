import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { SubscriptionTable } from '@/components/webhooks/subscription-table';
import { VerifyHelp } from '@/components/webhooks/verify-help';
import { listSubscriptions } from '@/db/queries/webhook/list-subscriptions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('webhooks'))('title') };
}

/** Where the partner's systems are told of changes, and how they check what they are told. */
export default async function WebhooksPage() {
  const actor = await requireActor('webhook.read');
  if (!actor.partnerId) notFound();
  const [t, subscriptions] = await Promise.all([
    getTranslations('webhooks'),
    listSubscriptions(actor, actor.partnerId),
  ]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel title={t('addresses')} description={t('addressesLead')} flush>
        <SubscriptionTable rows={subscriptions} hrefOf={(id) => routes.webhook(id)} emptyText={t('noneText')} />
      </Panel>
      <VerifyHelp />
    </>
  );
}
