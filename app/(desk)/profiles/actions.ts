'use server';
import { redirect } from 'next/navigation';
import { defineAction } from '@/app/_server/define-action';
import { routes } from '@/app/_server/routes';
import { askBackTest } from '@/db/commands/profile/ask-back-test';
import { cancelBackTest } from '@/db/commands/profile/cancel-back-test';
import { discardDraft } from '@/db/commands/profile/discard-draft';
import { liftMute } from '@/db/commands/profile/lift-mute';
import {
  activateProfile,
  approveProfile,
  refuseProfile,
  resumeProfile,
  retireProfile,
  suspendProfile,
} from '@/db/commands/profile/move-profile';
import { muteParty } from '@/db/commands/profile/mute-party';
import { proposeProfile } from '@/db/commands/profile/propose-profile';
import { saveDraft } from '@/db/commands/profile/save-draft';
import {
  ACTIVATE_PROFILE_INPUT,
  APPROVE_PROFILE_INPUT,
  ASK_BACK_TEST_INPUT,
  CANCEL_BACK_TEST_INPUT,
  DISCARD_DRAFT_INPUT,
  LIFT_MUTE_INPUT,
  MUTE_PARTY_INPUT,
  PROFILE_ACT_INPUT,
  PROPOSE_PROFILE_INPUT,
  SAVE_DRAFT_INPUT,
} from '@/lib/profile/inputs';

const subject = ({ profileId }: { profileId?: string }) => ({ type: 'profile' as const, id: profileId ?? 'new' });

/** Keeps a profile as it is being written. */
export const saveDraftAction = defineAction(
  SAVE_DRAFT_INPUT,
  async (actor, input) => ({ data: await saveDraft(actor, input) }),
  { attempt: 'profile.write', subject },
);

/** Lays it before a second person. */
export const proposeProfileAction = defineAction(
  PROPOSE_PROFILE_INPUT,
  async (actor, input) => ({ data: await proposeProfile(actor, input) }),
  { attempt: 'profile.write', subject },
);

const decide = { attempt: 'profile.decide', subject, refresh: true } as const;

export const approveProfileAction = defineAction(
  APPROVE_PROFILE_INPUT,
  async (actor, input) => ({ data: await approveProfile(actor, input) }),
  decide,
);
export const refuseProfileAction = defineAction(
  PROFILE_ACT_INPUT,
  async (actor, input) => ({ data: await refuseProfile(actor, input) }),
  decide,
);
export const activateProfileAction = defineAction(
  ACTIVATE_PROFILE_INPUT,
  async (actor, input) => ({ data: await activateProfile(actor, input) }),
  decide,
);
export const resumeProfileAction = defineAction(
  PROFILE_ACT_INPUT,
  async (actor, input) => ({ data: await resumeProfile(actor, input) }),
  decide,
);
export const suspendProfileAction = defineAction(
  PROFILE_ACT_INPUT,
  async (actor, input) => ({ data: await suspendProfile(actor, input) }),
  decide,
);
export const retireProfileAction = defineAction(
  PROFILE_ACT_INPUT,
  async (actor, input) => ({ data: await retireProfile(actor, input) }),
  decide,
);

/** Throws away what is being written, and its form; of a profile that was never proposed nothing is left to look at. */
export const discardDraftAction = defineAction(
  DISCARD_DRAFT_INPUT,
  async (actor, input) => {
    const { isRemoved } = await discardDraft(actor, input);
    redirect(isRemoved ? routes.profiles() : routes.profile(input.profileId));
  },
  { attempt: 'profile.write', subject, refresh: true },
);

export const mutePartyAction = defineAction(
  MUTE_PARTY_INPUT,
  async (actor, input) => void (await muteParty(actor, input)),
  decide,
);
export const liftMuteAction = defineAction(LIFT_MUTE_INPUT, (actor, input) => liftMute(actor, input), decide);
export const askBackTestAction = defineAction(
  ASK_BACK_TEST_INPUT,
  async (actor, input) => void (await askBackTest(actor, input)),
  decide,
);
export const cancelBackTestAction = defineAction(
  CANCEL_BACK_TEST_INPUT,
  (actor, input) => cancelBackTest(actor, input),
  decide,
);
