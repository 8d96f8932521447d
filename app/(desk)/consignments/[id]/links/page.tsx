import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { LinkNetwork } from '@/components/consignment/link-network';
import { LinkedTable } from '@/components/consignment/linked-table';
import { PageHeader } from '@/components/shell/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TabLinks } from '@/components/ui/tabs';
import { getLinks } from '@/db/queries/consignment/get-links';
import type { Actor } from '@/lib/identity/actor';
import { LINK_KINDS, linkCursorText, parseLinkCursor } from '@/lib/risk/links';

type PageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string, steps: 1 | 2, kind: string | null, after: string | null) =>
  orNotFound(
    getLinks(actor, id, {
      steps,
      kind: LINK_KINDS.find((known) => known === kind) ?? null,
      after: parseLinkCursor(after),
    }),
  ),
);

const single = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null);

async function asked(actor: Actor, { params, searchParams }: PageProps) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [kind, after] = [single(query.kind), single(query.after)];
  const steps = query.steps === '2' ? (2 as const) : (1 as const);
  return { id, kind, after, steps, links: await find(actor, id, steps, kind, after) };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const actor = await requireActor('consignment.read');
  const [{ links }, t] = await Promise.all([asked(actor, props), getTranslations('links')]);
  return { title: t('title', { reference: links.reference }) };
}

/** What a consignment shares with others: as a network, and as a list. */
export default async function LinksPage(props: PageProps) {
  const actor = await requireActor('consignment.read');
  const [{ id, kind, after, steps, links }, t] = await Promise.all([asked(actor, props), getTranslations('links')]);
  const shown = LINK_KINDS.find((known) => known === kind) ?? null;
  const href = (change: Record<string, string | number | null>) =>
    routes.consignmentLinks(id, { steps: steps === 2 ? 2 : null, kind: shown, ...change });
  const hubs = [...links.firstHubs, ...links.secondHubs].filter(({ members }) => members.length > 0);
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('title', { reference: links.reference })}
        lead={t('lead')}
        back={{ href: routes.consignment(id), label: t('back') }}
      />
      {hubs.length === 0 ? (
        <State kind="empty" title={t('none')}>
          {t('noneText')}
        </State>
      ) : (
        <>
          <TabLinks
            label={t('steps.label')}
            tabs={([1, 2] as const).map((step) => ({
              href: href({ steps: step === 2 ? 2 : null }),
              label: t(`steps.${step}`),
              current: steps === step,
            }))}
          />
          <Panel
            title={t('graph.title')}
            description={t('graph.summary', { count: links.consignments.size, hubs: hubs.length })}
            flush
          >
            <LinkNetwork
              links={links}
              consignmentHref={(one) => routes.consignment(one)}
              kindHref={(one) => `${href({ kind: one })}#list`}
            />
          </Panel>
          <Panel id="list" title={t('list.title')} flush>
            <TabLinks
              label={t('list.tabs')}
              tabs={[null, ...links.kinds].map((one) => ({
                href: `${href({ kind: one })}#list`,
                label: one === null ? t('list.all') : t(`kind.${one}`),
                current: shown === one,
              }))}
            />
            <LinkedTable rows={links.page.rows} consignmentHref={(one) => routes.consignment(one)} />
            <Pagination
              summary={t('list.page', { count: links.page.rows.length })}
              previousHref={after ? `${href({})}#list` : undefined}
              nextHref={links.page.next ? `${href({ after: linkCursorText(links.page.next) })}#list` : undefined}
            />
          </Panel>
        </>
      )}
      <p className="text-muted text-xs">{t('note')}</p>
    </div>
  );
}
