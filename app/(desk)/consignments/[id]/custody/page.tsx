import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { getCustody } from '@/db/queries/consignment/get-custody';
import { possible } from '@/lib/clearance/transitions';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { CustodyHead } from './_components/custody-head';
import { ExhibitDialog } from './_components/exhibit-dialog';
import { ExhibitPanel } from './_components/exhibit-panel';
import { PrintButton } from './_components/print-button';
import { moveExhibitAction, recordExhibitAction } from './actions';

type PageProps = { params: Promise<{ id: string }> };

/** Asked for by the title and by the page: one query a request. */
const find = cache((actor: Actor, id: string) => orNotFound(getCustody(actor, id)));

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [actor, { id }, t] = await Promise.all([
    requireActor('consignment.read'),
    params,
    getTranslations('consignment.custody'),
  ]);
  return { title: t('title', { reference: (await find(actor, id)).reference }) };
}

/** What was taken into custody, where each thing is and through which hands it went; made to be printed. */
export default async function CustodyPage({ params }: PageProps) {
  const actor = await requireActor('consignment.read');
  const [{ id }, t] = await Promise.all([params, getTranslations('consignment.custody')]);
  const record = await find(actor, id);
  const mayKeep = can(actor, 'clearance.seize');
  const seen = { consignmentId: id, rowVersion: String(record.rowVersion) };
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('title', { reference: record.reference })}
        lead={t('lead')}
        back={{ href: routes.consignment(id), label: record.reference }}
        actions={
          <>
            {mayKeep && possible('record_exhibit', record.status).ok ? (
              <ExhibitDialog seen={seen} exhibit={null} action={recordExhibitAction} />
            ) : null}
            <PrintButton />
          </>
        }
      />
      <CustodyHead record={record} />
      {record.exhibits.length === 0 ? (
        <Panel title={t('exhibits')}>
          <State kind="empty" title={t('none')}>
            {t(possible('record_exhibit', record.status).ok ? 'noneText' : 'noneHere')}
          </State>
        </Panel>
      ) : (
        record.exhibits.map((exhibit) => (
          <ExhibitPanel
            key={exhibit.exhibitId}
            exhibit={exhibit}
            move={
              mayKeep && possible('move_exhibit', record.status).ok ? (
                <ExhibitDialog seen={seen} exhibit={exhibit} action={moveExhibitAction} />
              ) : null
            }
          />
        ))
      )}
    </div>
  );
}
