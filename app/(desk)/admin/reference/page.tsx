import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Pagination } from '@/components/ui/pagination';
import { Panel } from '@/components/ui/panel';
import { listLists } from '@/db/queries/reference/list-lists';
import { listLoads } from '@/db/queries/reference/list-loads';
import { parseCursor } from '@/lib/audit/filter';
import { can } from '@/lib/identity/permissions';
import { isReferenceKind, REFERENCE_KINDS } from '@/lib/reference/kinds';
import { layoutsOf } from '@/lib/reference/layouts';
import { LayoutsPanel } from './_components/layouts-panel';
import { ListsTable } from './_components/lists-table';
import { LoadsTable } from './_components/loads-table';
import { today } from './_components/today';
import { UploadForm } from './_components/upload-form';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reference'))('title') };
}

/** Every list that decisions rest on, the way to load a newer one, and what was loaded. */
export default async function ReferencePage({ searchParams }: Props) {
  const actor = await requireActor('reference.read');
  const { before: place, kind } = await searchParams;
  const before = parseCursor(place);
  const [t, lists, history] = await Promise.all([
    getTranslations('reference'),
    listLists(actor),
    listLoads(actor, before),
  ]);
  const day = today();
  const seriesOf = Object.fromEntries(
    REFERENCE_KINDS.map((one) => [one, [...new Set(layoutsOf(one).flatMap(({ series = [] }) => series))]]),
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel title={t('overview.title')} flush>
        <ListsTable lists={lists} day={day} />
      </Panel>
      {can(actor, 'policy.load') ? (
        <Panel title={t('upload.title')} description={t('upload.lead')} id="upload">
          <UploadForm
            kinds={REFERENCE_KINDS}
            chosen={typeof kind === 'string' && isReferenceKind(kind) ? kind : null}
            seriesOf={seriesOf}
            today={day}
            loadsHref={routes.referenceLoad('')}
          />
          <LayoutsPanel />
        </Panel>
      ) : null}
      <Panel title={t('history.title')} flush>
        <LoadsTable loads={history.rows} />
      </Panel>
      <Pagination
        summary={t('history.summary', { count: history.rows.length })}
        previousHref={before ? routes.reference() : undefined}
        nextHref={history.next ? routes.reference({ before: history.next }) : undefined}
      />
    </>
  );
}
