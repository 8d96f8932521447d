import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { waitingByOffice } from '@/app/_server/waiting';
import { PageHeader } from '@/components/shell/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tabs';
import { countFacets } from '@/db/queries/clearance/count-facets';
import { countQueueTabs } from '@/db/queries/clearance/count-queue-tabs';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { getReleasedAlone } from '@/db/queries/clearance/released-alone';
import { listBatches } from '@/db/queries/clearance/together-batches';
import { getTogetherLimits } from '@/db/queries/clearance/together-limits';
import { parseQueueFilter, QUEUE_TABS, queueFilterParams, type UrlParams } from '@/lib/clearance/queue-filter';
import { isWorthKeeping, queueViewsOf, viewQuery } from '@/lib/clearance/queue-views';
import { BatchNotice } from './_components/batch-notice';
import { EmptyWatch } from './_components/empty-watch';
import type { OfficeWithWork } from './_components/other-offices';
import { QueueEmpty } from './_components/queue-empty';
import { QueueFilterBar } from './_components/queue-filter-bar';
import { QueueList } from './_components/queue-list';
import { QueueViews } from './_components/queue-views';
import { TakeNext } from './_components/take-next';
import { TogetherDesk } from './_components/together-desk';

type QueuePageProps = { searchParams: Promise<UrlParams> };

/** What an address asks for, and the office whose queue that is; one that is not the person's does not exist. */
async function ask(searchParams: Promise<UrlParams>) {
  const actor = await requireActor('clearance.queue');
  const [{ offices, preferences }, params] = await Promise.all([requireSignedIn(), searchParams]);
  const filter = parseQueueFilter(params);
  const office = offices.find(({ id }) => id === (filter.officeId ?? actor.officeId));
  if (!office) notFound();
  const after = typeof params.after === 'string' ? params.after : null;
  return { actor, offices, office, filter, after, views: queueViewsOf(preferences) };
}

export async function generateMetadata({ searchParams }: QueuePageProps): Promise<Metadata> {
  const [t, tTab, { office, filter }] = await Promise.all([
    getTranslations('queue'),
    getTranslations('clearance.tab'),
    ask(searchParams),
  ]);
  return { title: t('tabOf', { tab: tTab(filter.tab), office: office.name }) };
}

export default async function QueuePage({ searchParams }: QueuePageProps) {
  const { actor, offices, office, filter, after, views } = await ask(searchParams);
  const [t, tClearance, page, counts, facets, limits, alone, batches] = await orNotFound(
    Promise.all([
      getTranslations('queue'),
      getTranslations('clearance'),
      listQueue(actor, filter, after),
      countQueueTabs(actor, filter),
      countFacets(actor, filter),
      getTogetherLimits(actor, office.id),
      getReleasedAlone(actor, office.id),
      listBatches(actor, [office.id]),
    ]),
  );
  const elsewhere = page.rows.length === 0 ? (await officesWithWork()).filter(({ id }) => id !== office.id) : [];
  const query = queueFilterParams(filter);
  const tabs = QUEUE_TABS.map((tab) => ({
    href: routes.queue(queueFilterParams({ ...filter, tab })),
    label: tClearance(`tab.${tab}`),
    count: counts[tab],
    current: tab === filter.tab,
  }));
  const screen = { after, until: page.next, query, officeId: office.id, workOfficeId: actor.officeId };
  const key = JSON.stringify([office.id, query, after]);
  return (
    <>
      <PageHeader
        title={t.rich('heading', { office: office.name, name: (parts) => <bdi translate="no">{parts}</bdi> })}
        lead={t(`lead.${filter.tab}`)}
        actions={<TakeNext office={office} query={query} />}
      />
      <div>
        <TabLinks label={t('tabs')} tabs={tabs} />
        <QueueFilterBar filter={filter} facets={facets}>
          <QueueViews
            views={views.map((view) => ({ ...view, href: routes.queue(view.query) }))}
            current={viewQuery(filter)}
            canSave={isWorthKeeping(filter)}
          />
        </QueueFilterBar>
        <BatchNotice batches={batches} />
        <TogetherDesk isEmpty={page.rows.length === 0} limits={limits} alone={alone}>
          {page.rows.length === 0 ? (
            <>
              <EmptyWatch key={key} screen={{ ...screen, rows: [] }} offices={offices} />
              <QueueEmpty
                filter={filter}
                officeName={office.name}
                elsewhere={elsewhere}
                otherTabs={tabs.filter(({ current, count }) => !current && count > 0)}
              />
            </>
          ) : (
            <>
              <QueueList
                key={key}
                screen={{
                  ...screen,
                  rows: page.rows.map((row) => ({ ...row, href: routes.consignment(row.consignmentId) })),
                }}
                offices={offices}
                now={page.readAt}
                tab={filter.tab}
                matching={counts[filter.tab]}
                isNarrowed={isWorthKeeping(filter)}
                caption={t(`caption.${filter.tab === 'decided' ? 'decided' : 'open'}`, {
                  tab: tClearance(`tab.${filter.tab}`),
                  office: office.name,
                })}
              />
              <Pagination
                summary={t('summary', { count: counts[filter.tab] })}
                previousHref={after ? routes.queue(query) : undefined}
                nextHref={page.next ? routes.queue({ ...query, after: page.next }) : undefined}
              />
            </>
          )}
        </TogetherDesk>
      </div>
    </>
  );
}

/** The offices the person may work for in which something waits, most first. */
async function officesWithWork(): Promise<OfficeWithWork[]> {
  const [{ offices }, waiting] = await Promise.all([requireSignedIn(), waitingByOffice()]);
  return offices
    .map(({ id, name }) => ({ id, name, waiting: waiting[id] ?? 0 }))
    .filter((office) => office.waiting > 0)
    .sort((a, b) => b.waiting - a.waiting);
}
