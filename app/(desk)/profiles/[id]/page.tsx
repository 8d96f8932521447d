import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache, Fragment } from 'react';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { ReceivedTerms } from '@/components/cooperation/received-terms';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { TrialOnDemand } from '@/components/profile/trial-on-demand';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { receivedTerms } from '@/db/queries/cooperation/received-terms';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { compareVersions } from '@/db/queries/profile/compare-versions';
import { draftWriters } from '@/db/queries/profile/draft-writers';
import { listBackTests } from '@/db/queries/profile/list-back-tests';
import { listTitles } from '@/db/queries/profile/list-lists';
import { listMutes } from '@/db/queries/profile/list-mutes';
import { listProfileHits } from '@/db/queries/profile/list-profile-hits';
import { listProfiles, type ProfileView } from '@/db/queries/profile/list-profiles';
import { profileResults, RESULT_DAYS } from '@/db/queries/profile/profile-results';
import { TRIAL_DAYS } from '@/db/queries/profile/try-profile';
import { parseCursor } from '@/lib/audit/filter';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';
import { actsIn } from '@/lib/profile/life-cycle';
import { MUTE_DAYS_MAX } from '@/lib/profile/mute';
import { BackTestsPanel } from '../_components/back-tests-panel';
import { ComparedPanel } from '../_components/compared-panel';
import { DaysPanel } from '../_components/days-panel';
import { DraftNote } from '../_components/draft-note';
import { Editor } from '../_components/editor';
import { HitsPanel } from '../_components/hits-panel';
import { bothLooking, leadingVersion, titleOf, versionBefore } from '../_components/leading-version';
import { MutesPanel } from '../_components/mutes-panel';
import { ResultsPanel } from '../_components/results-panel';
import { VersionPanel } from '../_components/version-panel';
import { discardDraftAction } from '../actions';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ write?: string; version?: string; before?: string }>;
};

/** Asked for by the title and by the page: one look a request. */
const find = cache(async (actor: Actor, id: string) => {
  const [profile] = isUuid(id) ? await listProfiles(actor, id) : [];
  return profile ?? notFound();
});

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const [actor, { id }, t] = await Promise.all([requireActor('profile.read'), params, getTranslations('profile')]);
  return { title: t('name', { number: (await find(actor, id)).number }) };
}

/** One profile: its versions with where they stand, and the draft that is being written. */
export default async function ProfilePage({ params, searchParams }: Props) {
  const actor = await requireActor('profile.read');
  const [{ id }, { write, version, before }, t] = await Promise.all([params, searchParams, getTranslations('profile')]);
  const [profile, currency, titles] = await Promise.all([find(actor, id), getCurrency(), listTitles(actor)]);
  const terms = await receivedTerms(actor, id);
  const others = profile.draft === null ? [] : (await draftWriters(actor, id)).filter((one) => one.id !== actor.id);
  const [latest] = profile.versions;
  const mayWrite = can(actor, 'profile.write');
  const mayDecide = can(actor, 'profile.decide');
  const isWriting = mayWrite && (profile.draft !== null || write === 'yes');
  return (
    <>
      <PageHeader
        title={
          titleOf(profile) === null
            ? t('name', { number: profile.number })
            : t('named', { number: profile.number, title: titleOf(profile) ?? '' })
        }
        lead={isWriting ? t('newLead') : undefined}
        back={{ href: routes.profiles(), label: t('back') }}
        actions={
          mayWrite && !isWriting ? (
            <ButtonLink href={routes.profile(id, { write: 'yes' })}>{t('form.write')}</ButtonLink>
          ) : mayWrite && profile.draft !== null ? (
            <ReasonDialog
              trigger={<Button>{t('form.discard')}</Button>}
              title={t('form.discard')}
              description={t('form.discardText')}
              submit={t('form.discard')}
              done={t('form.discarded')}
              isDanger
              action={discardDraftAction}
              fields={{ profileId: id, rowVersion: String(profile.rowVersion) }}
            />
          ) : null
        }
      />
      <ReceivedTerms of={terms} href={routes.exchange} />
      {others.length > 0 ? <DraftNote writers={others} mayWrite={mayWrite} /> : null}
      {isWriting ? (
        <Editor
          // Not by what was saved: a page that is drawn anew beside a back-test leaves what is being typed alone.
          key={profile.versions.length}
          profileId={id}
          rowVersion={profile.rowVersion}
          draft={profile.draft ?? latest?.content ?? null}
        />
      ) : null}
      {profile.versions.map((one) => (
        <Fragment key={one.version}>
          <VersionPanel
            profileId={id}
            version={one}
            before={versionBefore(profile, one.version)}
            acts={mayDecide ? actsIn(one.state, one) : []}
            currency={currency}
            listTitles={titles}
          />
          {one.state === 'proposed' ? (
            <TrialOnDemand
              tree={one.content.tree}
              days={TRIAL_DAYS}
              trialHref={routes.profileTrial({ profile: id })}
              consignmentHref={routes.consignments()}
              profilesHref={routes.profiles()}
              from={routes.profile(id)}
            />
          ) : null}
        </Fragment>
      ))}
      {latest || profile.draft !== null ? (
        <Results
          actor={actor}
          profile={profile}
          currency={currency.currency}
          listTitles={titles}
          asked={{ version, before }}
        />
      ) : null}
    </>
  );
}

type ResultsProps = {
  actor: Actor;
  profile: ProfileView;
  currency: string;
  listTitles: ReadonlyMap<string, string>;
  asked: { readonly version?: string; readonly before?: string };
};

/** What came of the profile, of one and the same instant, for the version that was asked for or counts. */
async function resultsOf({ actor, profile, asked }: Pick<ResultsProps, 'actor' | 'profile' | 'asked'>) {
  const { profileId, versions } = profile;
  const shown =
    versions.find(({ version }) => String(version) === asked.version)?.version ?? leadingVersion(profile)?.version ?? 1;
  const before = parseCursor(asked.before);
  const at = new Date();
  const side = bothLooking(versions);
  const [parts, results, hits, mutes, tests] = await Promise.all([
    side ? compareVersions(actor, { profileId, ...side }) : [],
    profileResults(actor, profileId, at),
    listProfileHits(actor, { profileId, version: shown, before }),
    listMutes(actor, profileId, at),
    listBackTests(actor, profileId),
  ]);
  const today = dayOf(at);
  const muteDays = { from: today, to: addDays(today, MUTE_DAYS_MAX - 1), usual: addDays(today, 30) };
  const compared = side && { ...side, parts };
  return { shown, isFirst: before === null, compared, results, hits, mutes, tests, muteDays };
}

/** Results by version and day, hits, mutes and back-tests. */
async function Results(props: ResultsProps) {
  const { shown, isFirst, compared, results, hits, mutes, tests, muteDays } = await resultsOf(props);
  const { actor, profile, currency, listTitles } = props;
  const { profileId, versions } = profile;
  const mayDecide = can(actor, 'profile.decide');
  return (
    <>
      {versions.length > 0 ? (
        <>
          <ResultsPanel
            profileId={profileId}
            days={RESULT_DAYS}
            results={results}
            versions={versions}
            currency={currency}
          />
          {compared ? <ComparedPanel profileId={profileId} {...compared} /> : null}
          <DaysPanel version={shown} days={results.find(({ version }) => version === shown)?.days ?? []} />
        </>
      ) : null}
      <MutesPanel profileId={profileId} mutes={mutes} mayLift={mayDecide} />
      <HitsPanel
        profileId={profileId}
        version={shown}
        hits={hits}
        isFirst={isFirst}
        muteDays={mayDecide ? muteDays : null}
      />
      <BackTestsPanel profile={profile} tests={tests} mayAsk={mayDecide} currency={currency} listTitles={listTitles} />
    </>
  );
}
