import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { ReceivedTerms } from '@/components/cooperation/received-terms';
import { ListForm } from '@/components/profile/list-form';
import { PageHeader } from '@/components/shell/page-header';
import { Panel } from '@/components/ui/panel';
import { receivedTerms } from '@/db/queries/cooperation/received-terms';
import { listLists } from '@/db/queries/profile/list-lists';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { EditionPanel } from '../_components/edition-panel';
import { saveListAction } from '../actions';

type Props = { params: Promise<{ key: string }> };

/** Asked for by the title and by the page: one look a request. */
const find = cache(async (actor: Actor, key: string) => {
  const [list] = await listLists(actor, decodeURIComponent(key));
  return list ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [actor, { key }, t] = await Promise.all([
    requireActor('profile.read'),
    params,
    getTranslations('profile.listOf'),
  ]);
  return { title: t('name', { title: (await find(actor, key)).title }) };
}

/** One list: its editions with what each changed, and the next one to be written. */
export default async function ProfileListPage({ params }: Props) {
  const actor = await requireActor('profile.read');
  const [{ key }, t] = await Promise.all([params, getTranslations('profile.listOf')]);
  const list = await find(actor, key);
  const terms = await receivedTerms(actor, list.key);
  const [latest] = list.editions;
  return (
    <>
      <PageHeader
        title={t('name', { title: list.title })}
        lead={t(`kind.${list.kind}`)}
        back={{ href: routes.profileLists(), label: t('back') }}
      />
      <ReceivedTerms of={terms} href={routes.exchange} />
      {can(actor, 'profile.write') && latest ? (
        <Panel title={t('form.write')}>
          <ListForm
            key={list.edition}
            saved={{ key: list.key, edition: list.edition }}
            entries={latest.entries.join('\n')}
            action={saveListAction}
          />
        </Panel>
      ) : null}
      {list.editions.map((edition) => (
        <EditionPanel
          key={edition.edition}
          listKey={list.key}
          edition={edition}
          mayDecide={
            can(actor, 'profile.decide') && edition.state === 'proposed' && !edition.authors.includes(actor.id)
          }
          isOwn={edition.state === 'proposed' && edition.authors.includes(actor.id)}
        />
      ))}
    </>
  );
}
