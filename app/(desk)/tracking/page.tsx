import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { FindForm } from '@/components/consignment/find-form';
import { PageHeader } from '@/components/shell/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { listTracked } from '@/db/queries/consignment/list-tracked';
import type { Actor } from '@/lib/identity/actor';
import { QuestionsPanel, TrackedTable } from './_components/tracked-lists';

type Props = { searchParams: Promise<{ find?: string | string[]; after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('tracking'))('title') };
}

async function read(actor: Actor, after: string | null) {
  const at = new Date();
  return { now: at.toISOString(), page: await listTracked(actor, after, at) };
}

/** The partner's consignments: what waits for an answer, what was sent last, and one by its reference. */
export default async function TrackingPage({ searchParams }: Props) {
  const actor = await requireActor('consignment.track');
  const given = await searchParams;
  const [find = ''] = [given.find].flat();
  if (find.trim()) redirect(routes.trackedConsignment(find.trim()));
  if (!actor.partnerId) notFound();
  const [after = null] = [given.after].flat();
  const [t, { now, page }] = await Promise.all([getTranslations('tracking'), read(actor, after)]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel>
        <FindForm
          action={routes.tracking()}
          find=""
          texts={{ form: t('form'), label: t('field'), hint: t('hint'), submit: t('find') }}
        />
      </Panel>
      {page.questions.length > 0 ? <QuestionsPanel questions={page.questions} now={now} /> : null}
      <Panel title={t('list')} description={t('transmittedNote')} flush={page.rows.length > 0}>
        {page.rows.length === 0 ? (
          <State kind="empty" title={t('empty')}>
            {t('emptyText')}
          </State>
        ) : (
          <TrackedTable rows={page.rows} />
        )}
        <Pagination
          summary={page.rows.length > 0 ? t('pageSummary', { count: page.rows.length }) : undefined}
          previousHref={after ? routes.tracking() : undefined}
          nextHref={page.next ? routes.tracking({ after: page.next }) : undefined}
        />
      </Panel>
    </>
  );
}
