import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { listProfiles } from '@/db/queries/profile/list-profiles';
import { can } from '@/lib/identity/permissions';
import { leadingVersion, titleOf, waitingVersion } from './_components/leading-version';
import { STATE_TONES } from './_components/version-panel';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('profile'))('title') };
}

/** Every profile with where it stands and what it met. */
export default async function ProfilesPage() {
  const actor = await requireActor('profile.read');
  const [t, profiles] = await Promise.all([getTranslations('profile'), listProfiles(actor)]);
  const mayWrite = can(actor, 'profile.write');
  const write = (
    <ButtonLink href={routes.newProfile()} variant="primary">
      {t('new')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href={routes.profileLists()}>{t('lists')}</ButtonLink>
            {mayWrite ? write : null}
          </>
        }
      />
      {profiles.length === 0 ? (
        <Panel>
          <State kind="empty" title={t('none')} action={mayWrite ? write : undefined}>
            {t('noneText')}
          </State>
        </Panel>
      ) : (
        <Panel flush>
          <DataTable
            caption={t('caption')}
            captionHidden
            rows={profiles.map((profile) => ({
              profile,
              version: leadingVersion(profile),
              waiting: waitingVersion(profile),
            }))}
            rowKey={({ profile }) => profile.profileId}
            columns={[
              {
                key: 'profile',
                header: t('column.profile'),
                rowHeader: true,
                cell: ({ profile, version }) => (
                  <>
                    <TextLink href={routes.profile(profile.profileId)}>
                      {titleOf(profile) === null
                        ? t('name', { number: profile.number })
                        : t('named', { number: profile.number, title: titleOf(profile) ?? '' })}
                    </TextLink>
                    {profile.draft === null ? null : (
                      <span className="block text-muted text-xs">{version ? t('draftWaits') : t('draftOnly')}</span>
                    )}
                  </>
                ),
              },
              {
                key: 'state',
                header: t('column.state'),
                cell: ({ version, waiting }) => (
                  <span className="flex flex-wrap gap-1">
                    <Badge tone={version && !version.isOver ? STATE_TONES[version.state] : 'neutral'}>
                      {t(`state.${version?.isOver ? 'over' : (version?.state ?? 'draft')}`)}
                    </Badge>
                    {waiting ? <Badge tone="warning">{t('waits', { version: waiting.version })}</Badge> : null}
                  </span>
                ),
              },
              {
                key: 'effect',
                header: t('column.effect'),
                cell: ({ version }) => {
                  if (!version) return null;
                  const { effect } = version.content;
                  return effect.kind === 'points'
                    ? t('effect.points', { points: effect.points })
                    : t(`effect.${effect.lane}`);
                },
              },
              {
                key: 'hits',
                header: t('column.hits'),
                numeric: true,
                cell: ({ version }) => (version ? <Count value={version.hits30d} /> : null),
              },
              {
                key: 'until',
                header: t('column.until'),
                className: 'whitespace-nowrap',
                cell: ({ version }) => {
                  const until = version?.state === 'shadow' ? version.shadowUntil : version?.expiresOn;
                  return until ? <DateTime at={`${until}T00:00:00Z`} show="date" /> : null;
                },
              },
              {
                key: 'owner',
                header: t('column.owner'),
                cell: ({ profile }) => <bdi translate="no">{profile.ownerName}</bdi>,
              },
            ]}
          />
        </Panel>
      )}
    </>
  );
}
