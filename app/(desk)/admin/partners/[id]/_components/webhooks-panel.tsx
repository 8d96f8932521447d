import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { Panel } from '@/components/ui/panel';
import { CreateSubscriptionForm } from '@/components/webhooks/create-subscription-form';
import { SubscriptionTable } from '@/components/webhooks/subscription-table';
import { listSubscriptions } from '@/db/queries/webhook/list-subscriptions';
import type { Actor } from '@/lib/identity/actor';
import { createSubscriptionAction } from '../../actions';

type WebhooksPanelProps = { actor: Actor; partnerId: string; isInUse: boolean };

/** Where a partner is told of changes; only an administrator enters an address. */
export async function WebhooksPanel({ actor, partnerId, isInUse }: WebhooksPanelProps) {
  const [t, subscriptions] = await Promise.all([getTranslations('webhooks'), listSubscriptions(actor, partnerId)]);
  return (
    <Panel title={t('title')} description={t('adminLead')} id="webhooks">
      <div className="flex flex-col gap-6">
        <SubscriptionTable rows={subscriptions} hrefOf={(id) => routes.webhook(id)} emptyText={t('noneAdmin')} />
        {isInUse ? <CreateSubscriptionForm partnerId={partnerId} action={createSubscriptionAction} /> : null}
      </div>
    </Panel>
  );
}
