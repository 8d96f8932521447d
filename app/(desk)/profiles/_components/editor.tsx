import { routes } from '@/app/_server/routes';
import { ProfileForm } from '@/components/profile/profile-form';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { TRIAL_DAYS } from '@/db/queries/profile/try-profile';
import { askBackTestAction, proposeProfileAction, saveDraftAction } from '../actions';
import { formOf } from './draft';

type EditorProps = { profileId: string; rowVersion: number | null; draft: unknown };

/** The form of a profile, with the ways it leads. */
export async function Editor({ profileId, rowVersion, draft }: EditorProps) {
  const { about, tree } = formOf(draft);
  return (
    <ProfileForm
      profileId={profileId}
      rowVersion={rowVersion}
      about={about}
      tree={tree}
      days={TRIAL_DAYS}
      currency={await getCurrency()}
      codesHref={routes.profileCodes()}
      trialHref={routes.profileTrial({ profile: profileId })}
      consignmentHref={routes.consignments()}
      profilesHref={routes.profiles()}
      save={saveDraftAction}
      propose={proposeProfileAction}
      backTest={askBackTestAction}
    />
  );
}
