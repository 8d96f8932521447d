import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor, requireSignedIn } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { type HandOverView, listHandOvers, previewHandOver } from '@/db/queries/clearance/hand-overs';
import { can } from '@/lib/identity/permissions';
import { ContentPanels } from './_components/content-panels';
import { HandOverState } from './_components/hand-over-state';
import { WriteForm } from './_components/write-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('handOver'))('title') };
}

/** Hand-overs of the office one works in, and the way to write one. */
export default async function HandOversPage() {
  const actor = await requireActor('clearance.hand_over');
  const { offices } = await requireSignedIn();
  const office = offices.find(({ id }) => id === actor.officeId);
  if (!office) notFound();
  const [t, handOvers, content] = await orNotFound(
    Promise.all([
      getTranslations('handOver'),
      listHandOvers(actor, office.id),
      previewHandOver(actor, { officeId: office.id, ofUserId: actor.id }),
    ]),
  );
  const title = t('all', { office: office.name });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel title={title} flush={handOvers.length > 0}>
        <DataTable<HandOverView>
          caption={title}
          captionHidden
          rows={handOvers}
          rowKey={({ handOverId }) => handOverId}
          empty={
            <State kind="empty" title={t('allNone')}>
              {t('allNoneText')}
            </State>
          }
          columns={[
            {
              key: 'at',
              header: t('at'),
              rowHeader: true,
              cell: (row) => (
                <TextLink href={routes.handOver(row.handOverId)}>
                  <DateTime at={row.writtenAt} />
                </TextLink>
              ),
            },
            { key: 'by', header: t('by'), cell: (row) => <bdi translate="no">{row.writtenByName}</bdi> },
            { key: 'what', header: t('what'), cell: (row) => t(row.ofUserId ? 'ofOwn' : 'ofOffice') },
            {
              key: 'claims',
              header: t('claims'),
              numeric: true,
              cell: (row) => <Count value={row.content.counts.claimed} />,
            },
            { key: 'state', header: t('state'), cell: (row) => <HandOverState handOver={row} /> },
          ]}
        />
      </Panel>
      <Panel title={t('write')} description={t('writeLead')}>
        <WriteForm officeId={office.id} mayOffice={can(actor, 'clearance.reassign')} />
      </Panel>
      <h2 className="font-semibold text-base">{t('now')}</h2>
      <ContentPanels content={content} from={routes.handOvers()} />
    </>
  );
}
