import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { EndMemorandum, EnterMemorandum } from '@/components/partnership/memorandum-acts';
import { MemorandumTable } from '@/components/partnership/memorandum-table';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { listMemoranda } from '@/db/queries/partnership/list-memoranda';
import { listMemorandumSides } from '@/db/queries/partnership/list-memorandum-sides';
import { can } from '@/lib/identity/permissions';
import { endMemorandumAction, enterMemorandumAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnership.memoranda'))('title') };
}

/** What is shared with whom, on what basis and until when; the other side reads its own. */
export default async function MemorandaPage() {
  const actor = await requireActor('memorandum.read');
  const mayWrite = can(actor, 'memorandum.write');
  const [t, rows, sides] = await Promise.all([
    getTranslations('partnership.memoranda'),
    listMemoranda(actor),
    mayWrite ? listMemorandumSides(actor) : null,
  ]);
  const isOther = actor.role === 'partner' || actor.role === 'agency';
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={isOther ? t('leadOwn') : t('lead')}
        actions={sides ? <EnterMemorandum {...sides} action={enterMemorandumAction} /> : undefined}
      />
      <Panel flush={rows.length > 0}>
        <MemorandumTable
          rows={rows}
          actionOf={
            mayWrite
              ? ({ memorandumId, title }) => (
                  <EndMemorandum id={memorandumId} title={title} action={endMemorandumAction} />
                )
              : undefined
          }
        />
      </Panel>
    </>
  );
}
