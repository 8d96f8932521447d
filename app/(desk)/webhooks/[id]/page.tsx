import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { KindsForm } from '@/components/webhooks/kinds-form';
import { NewSecret } from '@/components/webhooks/new-secret';
import { SendButton } from '@/components/webhooks/send-button';
import { UseBadge } from '@/components/webhooks/subscription-table';
import { VerifyHelp } from '@/components/webhooks/verify-help';
import { LOG_DAYS } from '@/db/commands/webhook/drop-old-deliveries';
import { getSubscription } from '@/db/queries/webhook/get-subscription';
import { listDeliveries } from '@/db/queries/webhook/list-deliveries';
import type { Actor } from '@/lib/identity/actor';
import { DELIVERY_STATES } from '@/lib/webhooks/told-kinds';
import { changeSubscriptionAction, newSecretAction, sendTestAction } from '../actions';
import { DeliveryLog } from './_components/delivery-log';
import { SubscriptionUse } from './_components/subscription-use';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ state?: string | string[]; after?: string | string[] }>;
};

const SOON_MS = 10_000;

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getSubscription(actor, id)));

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const [actor, { id }] = await Promise.all([requireActor('webhook.read'), params]);
  return { title: (await find(actor, id)).url };
}

async function read(actor: Actor, id: string, page: Parameters<typeof listDeliveries>[2]) {
  const now = new Date();
  const [subscription, deliveries] = await Promise.all([find(actor, id), orNotFound(listDeliveries(actor, id, page))]);
  return { subscription, page: deliveries, now };
}

/** One address of a partner: what it is told, its secret and its log. For the partner itself and for administrators. */
export default async function WebhookPage({ params, searchParams }: Props) {
  const actor = await requireActor('webhook.read');
  const { id } = await params;
  const given = await searchParams;
  const state = DELIVERY_STATES.find((one) => one === [given.state].flat()[0]) ?? null;
  const after = [given.after].flat()[0] ?? null;
  const [t, { subscription, page, now }] = await Promise.all([
    getTranslations('webhooks'),
    read(actor, id, { after, state }),
  ]);
  const { subscriptionId, url, disabledAt, rowVersion, kinds, formerSecretUntil } = subscription;
  const isInUse = disabledAt === null;
  const unreached = subscription.unreachedSince;
  const isDueSoon = page.rows.some((row) => row.state === 'waiting' && row.dueAt.getTime() < now.getTime() + SOON_MS);
  return (
    <>
      <PageHeader
        title={
          <span className="break-all" translate="no">
            {url}
          </span>
        }
        lead={actor.partnerId ? undefined : <span translate="no">{subscription.partnerName}</span>}
        back={
          actor.partnerId
            ? { href: routes.webhooks(), label: t('back') }
            : { href: routes.adminPartner(subscription.partnerId), label: t('backToPartner') }
        }
        meta={<UseBadge subscription={subscription} />}
        actions={
          <>
            {isInUse ? (
              <SendButton label={t('test')} done={t('testSent')} input={{ subscriptionId }} action={sendTestAction} />
            ) : null}
            <SubscriptionUse subscriptionId={subscriptionId} url={url} isInUse={isInUse} />
          </>
        }
      />
      {unreached ? (
        <Callout tone="danger" title={t('unreachedTitle')}>
          {t('unreachedSince')} <DateTime at={unreached} />
          {'. '}
          {t('unreachedText', { count: subscription.waiting })}
        </Callout>
      ) : null}
      <DeliveryLog
        subscriptionId={subscriptionId}
        page={page}
        state={state}
        after={after}
        days={LOG_DAYS}
        isLive={isInUse && isDueSoon}
      />
      <Panel title={t('kinds')}>
        <KindsForm subscription={{ subscriptionId, rowVersion, kinds }} action={changeSubscriptionAction} />
      </Panel>
      <Panel title={t('secret')} description={t('secretLead')}>
        <div className="flex flex-col gap-3 text-sm">
          {formerSecretUntil && formerSecretUntil > now ? (
            <p>
              {t('formerUntil')} <DateTime at={formerSecretUntil} />
            </p>
          ) : null}
          <NewSecret subscriptionId={subscriptionId} rowVersion={rowVersion} action={newSecretAction} />
        </div>
      </Panel>
      <VerifyHelp />
    </>
  );
}
