import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { getBatch } from '@/db/queries/clearance/together-batches';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { LeftOut } from '../../_components/together-left';
import { BatchActs } from './_components/batch-acts';
import { BatchFacts } from './_components/batch-facts';
import { BatchItems } from './_components/batch-items';

type PageProps = { params: Promise<{ id: string }> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getBatch(actor, id)));

async function titled(actor: Actor, { params }: PageProps) {
  const { id } = await params;
  const [batch, t, locale] = await Promise.all([find(actor, id), getTranslations('queue.batch'), getLocale()]);
  const at = formatInstant(locale, new Date(batch.proposedAt), 'datetime');
  return { batch, t, title: t('title', { count: batch.count, at }) };
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const actor = await requireActor('consignment.read');
  const { title } = await titled(actor, { params });
  return { title };
}

/** What was released, or proposed to be released, together: where each stands, and what may be done with all of it. */
export default async function BatchPage({ params }: PageProps) {
  const actor = await requireActor('consignment.read');
  const { batch, t, title } = await titled(actor, { params });
  const there = batch.items.filter(({ state }) => state === 'there').length;
  const isWaiting = batch.state === 'proposed';
  const acts = {
    opens: isWaiting && batch.told === null,
    settles: isWaiting && batch.told !== null && !batch.isOwn && can(actor, 'clearance.confirm'),
    withdraws: isWaiting && batch.isOwn,
    retries: batch.hasConfirmed && there > 0,
    undoes:
      can(actor, 'clearance.undo') &&
      (batch.isOwn || batch.hasConfirmed) &&
      batch.items.some(({ state }) => state === 'released'),
  };
  return (
    <>
      <PageHeader
        title={title}
        back={can(actor, 'clearance.queue') ? { href: routes.queue(), label: t('back') } : undefined}
      />
      <div className="@container">
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 @min-[45rem]:grid-cols-2">
          <Panel title={t('about')}>
            <BatchFacts batch={batch} />
          </Panel>
          <BatchActs
            batchId={batch.batchId}
            proposedByName={batch.proposedByName}
            items={batch.items.map(({ consignmentId, reference }) => ({ consignmentId, reference }))}
            there={there}
            acts={acts}
          />
        </div>
      </div>
      {batch.excluded.length > 0 ? (
        <Panel title={t('excluded')}>
          <LeftOut left={batch.excluded.map(({ reasons, ...row }) => ({ row, reasons }))} />
        </Panel>
      ) : null}
      <BatchItems items={batch.items} />
    </>
  );
}
