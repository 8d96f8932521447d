import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TabLinks } from '@/components/ui/tabs';
import { AGENCY_VIEWS, type AgencyView, listHolds } from '@/db/queries/agency/list-holds';
import type { Actor } from '@/lib/identity/actor';
import { HoldTable } from './_components/hold-table';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, { view }] = await Promise.all([getTranslations('agency'), searchParams]);
  return { title: t('tabOf', { tab: t(`view.${viewOf(view)}`) }) };
}

const viewOf = (given: unknown): AgencyView => (given === 'closed' ? 'closed' : 'open');

async function read(actor: Actor, view: AgencyView, after: string | null) {
  const at = new Date();
  return { now: at.toISOString(), page: await listHolds(actor, view, after, at) };
}

/** Where the day of an agency begins: the holds customs placed for it, and none beside them. */
export default async function HoldsPage({ searchParams }: Props) {
  const actor = await requireActor('agency.read');
  const given = await searchParams;
  const view = viewOf(given.view);
  const after = typeof given.after === 'string' ? given.after : null;
  const [t, { page, now }] = await Promise.all([getTranslations('agency'), read(actor, view, after)]);
  const own = view === 'open' ? {} : { view };
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <TabLinks
        label={t('views')}
        tabs={AGENCY_VIEWS.map((one) => ({
          href: routes.agencyHolds({ view: one === 'open' ? null : one }),
          label: t(`view.${one}`),
          current: one === view,
        }))}
      />
      <Panel flush={page.rows.length > 0}>
        {page.rows.length === 0 ? (
          <State kind="empty" title={t(view === 'open' ? 'emptyOpen' : 'emptyClosed')}>
            {t(view === 'open' ? 'emptyOpenText' : 'emptyClosedText')}
          </State>
        ) : (
          <HoldTable rows={page.rows} view={view} now={now} />
        )}
      </Panel>
      <Pagination
        summary={page.rows.length > 0 ? t('summary', { count: page.rows.length }) : undefined}
        previousHref={after ? routes.agencyHolds(own) : undefined}
        nextHref={page.next ? routes.agencyHolds({ ...own, after: page.next }) : undefined}
      />
    </>
  );
}
