'use server';
import { defineAction } from '@/app/_server/define-action';
import {
  activateProfile,
  approveProfile,
  refuseProfile,
  resumeProfile,
  retireProfile,
  suspendProfile,
} from '@/db/commands/profile/move-profile';
import { proposeProfile } from '@/db/commands/profile/propose-profile';
import { saveDraft } from '@/db/commands/profile/save-draft';
import {
  ACTIVATE_PROFILE_INPUT,
  APPROVE_PROFILE_INPUT,
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
  (actor, input) => approveProfile(actor, input),
  decide,
);
export const refuseProfileAction = defineAction(
  PROFILE_ACT_INPUT,
  (actor, input) => refuseProfile(actor, input),
  decide,
);
export const activateProfileAction = defineAction(
  ACTIVATE_PROFILE_INPUT,
  (actor, input) => activateProfile(actor, input),
  decide,
);
export const resumeProfileAction = defineAction(
  PROFILE_ACT_INPUT,
  (actor, input) => resumeProfile(actor, input),
  decide,
);
export const suspendProfileAction = defineAction(
  PROFILE_ACT_INPUT,
  (actor, input) => suspendProfile(actor, input),
  decide,
);
export const retireProfileAction = defineAction(
  PROFILE_ACT_INPUT,
  (actor, input) => retireProfile(actor, input),
  decide,
);
