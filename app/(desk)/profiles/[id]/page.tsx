import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { listProfiles, type VersionView } from '@/db/queries/profile/list-profiles';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { isUuid } from '@/lib/kernel/ids';
import { actsIn, NEEDS_SECOND, type ProfileAct } from '@/lib/profile/life-cycle';
import { Editor } from '../_components/editor';
import { VersionPanel } from '../_components/version-panel';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ write?: string }> };

/** Asked for by the title and by the page: one look a request. */
const find = cache(async (actor: Actor, id: string) => {
  const [profile] = isUuid(id) ? await listProfiles(actor, id) : [];
  return profile ?? notFound();
});

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const [actor, { id }, t] = await Promise.all([requireActor('profile.read'), params, getTranslations('profile')]);
  return { title: t('name', { number: (await find(actor, id)).number }) };
}

/** What the reader may do with a version; what needs a second person is not offered to its author. */
function actsFor(actor: Actor, { state, proposedBy }: VersionView): readonly ProfileAct[] {
  if (!can(actor, 'profile.decide')) return [];
  return actsIn(state).filter((act) => !NEEDS_SECOND.has(act) || proposedBy !== actor.id);
}

/** One profile: its versions with where they stand, and the draft that is being written. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const actor = await requireActor('profile.read');
  const [{ id }, { write }, t] = await Promise.all([params, searchParams, getTranslations('profile')]);
  const [profile, currency] = await Promise.all([find(actor, id), getCurrency()]);
  const [latest] = profile.versions;
  const mayWrite = can(actor, 'profile.write');
  const isWriting = mayWrite && (profile.draft !== null || write === 'yes');
  return (
    <>
      <PageHeader
        title={
          latest
            ? t('named', { number: profile.number, title: latest.content.title })
            : t('name', { number: profile.number })
        }
        lead={isWriting ? t('newLead') : undefined}
        back={{ href: routes.profiles(), label: t('back') }}
        actions={
          mayWrite && !isWriting ? (
            <ButtonLink href={routes.profile(id, { write: 'yes' })}>{t('form.write')}</ButtonLink>
          ) : null
        }
      />
      {isWriting ? (
        <Editor
          key={profile.rowVersion}
          saved={{ profileId: id, rowVersion: profile.rowVersion }}
          draft={profile.draft ?? latest?.content ?? null}
        />
      ) : null}
      {profile.versions.map((version) => (
        <VersionPanel
          key={version.version}
          profileId={id}
          version={version}
          acts={actsFor(actor, version)}
          isOwn={version.proposedBy === actor.id}
          currency={currency}
        />
      ))}
    </>
  );
}
