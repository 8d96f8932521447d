import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { listOwnActs, type OwnAct } from '@/db/queries/clearance/list-own-acts';
import { UndoAct } from './_components/undo-act';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownActs'))('title') };
}

/** What the officer did lately, each decision that can be taken back with its button. */
export default async function OwnActsPage() {
  const actor = await requireActor('clearance.queue');
  const [t, tAction, tStatus, acts] = await Promise.all([
    getTranslations('ownActs'),
    getTranslations('audit.action'),
    getTranslations('clearance.status'),
    listOwnActs(actor),
  ]);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel title={t('list')} flush={acts.length > 0}>
        <DataTable<OwnAct>
          caption={t('list')}
          captionHidden
          rows={acts}
          rowKey={({ id }) => id}
          empty={
            <State kind="empty" title={t('none')}>
              {t('noneText')}
            </State>
          }
          columns={[
            {
              key: 'reference',
              header: t('column.reference'),
              rowHeader: true,
              cell: ({ consignmentId, reference }) => (
                <TextLink href={routes.consignment(consignmentId, { from: routes.ownActs() })} data>
                  {reference}
                </TextLink>
              ),
            },
            {
              key: 'act',
              header: t('column.act'),
              className: 'min-w-48',
              cell: ({ kind, reason }) => (
                <>
                  {tAction(kind)}
                  {reason ? (
                    <bdi className="block text-muted text-xs" translate="no">
                      {reason}
                    </bdi>
                  ) : null}
                </>
              ),
            },
            {
              key: 'undo',
              header: t('column.undo'),
              cell: ({ consignmentId, reference, undo }) =>
                undo ? (
                  <span className="flex flex-wrap items-center gap-2">
                    <UndoAct
                      consignmentId={consignmentId}
                      rowVersion={undo.rowVersion}
                      reference={reference}
                      isProposal={undo.isProposal}
                    />
                    {undo.until === 'open' ? null : (
                      <span className="text-muted text-xs">
                        {t.rich('until', { at: () => <DateTime at={undo.until} show="time" /> })}
                      </span>
                    )}
                  </span>
                ) : (
                  '–'
                ),
            },
            { key: 'status', header: t('column.status'), cell: ({ status }) => tStatus(status) },
            { key: 'at', header: t('column.at'), cell: ({ at }) => <DateTime at={at} /> },
          ]}
        />
      </Panel>
    </>
  );
}
