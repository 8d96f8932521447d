'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { useOwnSteps } from '@/components/forms/use-own-steps';
import { Button } from '@/components/ui/button';
import type { ProfileAct } from '@/lib/profile/life-cycle';
import {
  activateProfileAction,
  approveProfileAction,
  refuseProfileAction,
  resumeProfileAction,
  retireProfileAction,
  suspendProfileAction,
} from '../actions';

const ACTIONS = {
  approve: approveProfileAction,
  refuse: refuseProfileAction,
  activate: activateProfileAction,
  suspend: suspendProfileAction,
  resume: resumeProfileAction,
  retire: retireProfileAction,
} as const;

/** How long an approved version watches, and how long an activated one selects; the second is at most six months. */
const DAYS: Partial<Record<ProfileAct, Readonly<Record<string, string>>>> = {
  approve: { shadowDays: '14' },
  activate: { days: '90' },
};

type VersionActsProps = { acts: readonly ProfileAct[]; profileId: string; version: number; rowVersion: number };

/** What this person may do with a version, each with a reason. */
export function VersionActs({ acts, profileId, version, rowVersion }: VersionActsProps) {
  const t = useTranslations('profile.act');
  const [seen, afterStep] = useOwnSteps(rowVersion);
  return acts.map((act) => (
    <ReasonDialog
      key={act}
      trigger={<Button variant={act === 'approve' || act === 'activate' ? 'primary' : 'secondary'}>{t(act)}</Button>}
      title={t(act)}
      description={t(`${act}Text`)}
      submit={t(act)}
      done={t(`done.${act}`)}
      action={ACTIONS[act]}
      onDone={afterStep}
      fields={{ profileId, version: String(version), rowVersion: seen, ...DAYS[act] }}
    />
  ));
}
