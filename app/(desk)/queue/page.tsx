import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { waitingByOffice } from '@/app/_server/waiting';
import { PageHeader } from '@/components/shell/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tabs';
import { countQueueTabs } from '@/db/queries/clearance/count-queue-tabs';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { parseQueueFilter, QUEUE_TABS, queueFilterParams, type UrlParams } from '@/lib/clearance/queue-filter';
import type { OfficeWithWork } from './_components/other-offices';
import { QueueEmpty } from './_components/queue-empty';
import { QueueFilterBar } from './_components/queue-filter-bar';
import { QueueList } from './_components/queue-list';
import { TakeNext } from './_components/take-next';

type Props = { searchParams: Promise<UrlParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [params, t, tTab] = await Promise.all([
    searchParams,
    getTranslations('queue'),
    getTranslations('clearance.tab'),
  ]);
  return { title: t('tabOf', { tab: tTab(parseQueueFilter(params).tab) }) };
}

export default async function QueuePage({ searchParams }: Props) {
  const actor = await requireActor('clearance.queue');
  const params = await searchParams;
  const filter = parseQueueFilter(params);
  const after = typeof params.after === 'string' ? params.after : null;
  const [t, tClearance, page, counts] = await orNotFound(
    Promise.all([
      getTranslations('queue'),
      getTranslations('clearance'),
      listQueue(actor, filter, after),
      countQueueTabs(actor, filter),
    ]),
  );
  const shown = filter.officeId ?? actor.officeId;
  const elsewhere = page.rows.length === 0 ? (await officesWithWork()).filter(({ id }) => id !== shown) : [];
  const query = queueFilterParams(filter);
  const tabs = QUEUE_TABS.map((tab) => ({
    href: routes.queue(queueFilterParams({ ...filter, tab })),
    label: tClearance(`tab.${tab}`),
    count: counts[tab],
    current: tab === filter.tab,
  }));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t(`lead.${filter.tab}`)}
        actions={<TakeNext officeId={filter.officeId} lane={filter.lane} />}
      />
      <div>
        <TabLinks label={t('tabs')} tabs={tabs} />
        <QueueFilterBar filter={filter} />
        {page.rows.length === 0 ? (
          <QueueEmpty
            filter={filter}
            elsewhere={elsewhere}
            otherTabs={tabs.filter(({ current, count }) => !current && count > 0)}
          />
        ) : (
          <>
            <QueueList
              key={JSON.stringify([query, after])}
              rows={page.rows.map((row) => ({ ...row, href: routes.consignment(row.consignmentId) }))}
              until={page.next}
              query={query}
              now={page.readAt}
              isDecided={filter.tab === 'decided'}
              caption={t(`caption.${filter.tab === 'decided' ? 'decided' : 'open'}`, {
                tab: tClearance(`tab.${filter.tab}`),
              })}
            />
            <Pagination
              summary={t('summary', { count: counts[filter.tab] })}
              previousHref={after ? routes.queue(query) : undefined}
              nextHref={page.next ? routes.queue({ ...query, after: page.next }) : undefined}
            />
          </>
        )}
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
