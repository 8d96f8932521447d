import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { AskForm } from '@/components/cooperation/ask-form';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { getCounterpart } from '@/db/queries/cooperation/list-counterparts';
import { askForMatchAction } from '../../../actions';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireActor('cooperation.prepare');
  const { name } = await orNotFound(getCounterpart(actor, (await params).id));
  return { title: (await getTranslations('cooperation.ask'))('titleFor', { name }) };
}

/** A question about parties being prepared for one administration. */
export default async function AskForMatchPage({ params }: Props) {
  const actor = await requireActor('cooperation.prepare');
  const { id } = await params;
  const [t, { name, code }] = await Promise.all([
    getTranslations('cooperation.ask'),
    orNotFound(getCounterpart(actor, id)),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: routes.counterpart(id), label: <span translate="no">{`${code} – ${name}`}</span> }}
      />
      <Panel>
        <AskForm counterpartId={id} action={askForMatchAction} />
      </Panel>
    </>
  );
}
