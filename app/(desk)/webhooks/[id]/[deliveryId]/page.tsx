import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { CopyButton } from '@/components/ui/copy-button';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { LiveRefresh } from '@/components/ui/live-refresh';
import { Panel } from '@/components/ui/panel';
import { AnswerText, DeliveryBadge } from '@/components/webhooks/delivery-outcome';
import { SendButton } from '@/components/webhooks/send-button';
import { getDelivery } from '@/db/queries/webhook/get-delivery';
import type { Actor } from '@/lib/identity/actor';
import { sendAgainAction } from '../../actions';

type Props = { params: Promise<{ id: string; deliveryId: string }> };

const SOON_MS = 10_000;

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, deliveryId: string) => orNotFound(getDelivery(actor, deliveryId)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { deliveryId }, t] = await Promise.all([
    requireActor('webhook.read'),
    params,
    getTranslations('webhooks'),
  ]);
  const { kind } = await find(actor, deliveryId);
  return { title: t('tabOf', { kind: t(`kind.${kind}`), id: deliveryId.slice(0, 8) }) };
}

async function read(actor: Actor, deliveryId: string) {
  const now = new Date();
  return { delivery: await find(actor, deliveryId), now };
}

/** One delivery: what was told, what came of each attempt, and a way to send it again. */
export default async function DeliveryPage({ params }: Props) {
  const actor = await requireActor('webhook.read');
  const { id, deliveryId } = await params;
  const [t, { delivery, now }] = await Promise.all([getTranslations('webhooks'), read(actor, deliveryId)]);
  if (delivery.subscriptionId !== id) notFound();
  const isWaiting = delivery.state === 'waiting';
  const isSettled = delivery.state === 'dead' || delivery.state === 'delivered';
  const isDueSoon = isWaiting && delivery.dueAt.getTime() < now.getTime() + SOON_MS;
  return (
    <>
      <PageHeader
        title={t(`kind.${delivery.kind}`)}
        lead={
          <span className="break-all" translate="no">
            {delivery.url}
          </span>
        }
        back={{ href: routes.webhook(id), label: t('backToLog') }}
        meta={<DeliveryBadge state={delivery.state} />}
        actions={
          isSettled && delivery.isInUse ? (
            <SendButton
              label={t('sendAgain')}
              done={t('sentAgain')}
              input={{ deliveryId }}
              action={sendAgainAction}
              variant={delivery.state === 'dead' ? 'primary' : 'secondary'}
            />
          ) : undefined
        }
      />
      {delivery.isInUse && isDueSoon ? <LiveRefresh everyMs={2_000} /> : null}
      <Panel title={t('delivery')}>
        <DescriptionList
          columns={2}
          items={[
            { term: t('logColumn.occurred'), value: <DateTime at={delivery.occurredAt} show="seconds" /> },
            { term: t('logColumn.reference'), value: delivery.reference, data: true },
            {
              term: t('number'),
              value: delivery.sequence === null ? t('notNumbered') : String(delivery.sequence),
              hint: t('numberHint'),
            },
            {
              term: t('deliveryId'),
              value: <code className="break-all font-mono text-xs">{deliveryId}</code>,
              data: true,
            },
            ...(isWaiting ? [{ term: t('nextAttempt'), value: <DateTime at={delivery.dueAt} show="seconds" /> }] : []),
          ]}
        />
      </Panel>
      <Panel title={t('attempts')} flush={delivery.log.length > 0}>
        {delivery.log.length === 0 ? (
          <p className="text-muted text-sm">{t('noAttempts')}</p>
        ) : (
          <DataTable
            caption={t('attemptsCaption')}
            captionHidden
            rows={delivery.log}
            rowKey={(row) => String(row.number)}
            columns={[
              {
                key: 'started',
                header: t('attemptColumn.started'),
                rowHeader: true,
                cell: (row) => <DateTime at={row.startedAt} show="seconds" />,
              },
              {
                key: 'outcome',
                header: t('attemptColumn.outcome'),
                cell: (row) => <AnswerText status={row.responseStatus} fault={row.fault} />,
              },
              {
                key: 'duration',
                header: t('attemptColumn.duration'),
                numeric: true,
                cell: (row) => t('milliseconds', { count: row.durationMs }),
              },
              {
                key: 'answer',
                header: t('attemptColumn.answer'),
                cell: (row) =>
                  row.answer ? (
                    <bdi className="line-clamp-3 max-w-prose break-all font-mono text-xs" translate="no">
                      {row.answer}
                    </bdi>
                  ) : (
                    <span className="text-muted">{t('said')}</span>
                  ),
              },
            ]}
          />
        )}
      </Panel>
      <Panel
        title={t('body')}
        description={delivery.sequence === null ? t('bodyPending') : t('bodyLead')}
        actions={<CopyButton text={delivery.body} label={t('body')} />}
      >
        <pre className="whitespace-pre-wrap break-all rounded-md bg-sunken p-3 font-mono text-xs" translate="no">
          {delivery.body}
        </pre>
      </Panel>
    </>
  );
}
