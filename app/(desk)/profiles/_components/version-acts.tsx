'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { useOwnSteps } from '@/components/forms/use-own-steps';
import { Button } from '@/components/ui/button';
import { ACTIVE_DAYS_MAX, type ProfileAct, SHADOW_DAYS_MAX } from '@/lib/profile/life-cycle';
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

/** How long an approved version watches, and an activated one selects, where nobody chooses otherwise. */
const DAYS = {
  approve: { name: 'shadowDays', max: SHADOW_DAYS_MAX, usual: 14 },
  activate: { name: 'days', max: ACTIVE_DAYS_MAX, usual: 90 },
} as const;

type VersionActsProps = { acts: readonly ProfileAct[]; profileId: string; version: number; rowVersion: number };

/** What this person may do with a version, each with a reason. */
export function VersionActs({ acts, profileId, version, rowVersion }: VersionActsProps) {
  const t = useTranslations('profile.act');
  const [seen, afterStep] = useOwnSteps(rowVersion);
  const daysOf = (act: ProfileAct) =>
    act === 'approve' || act === 'activate'
      ? { ...DAYS[act], label: t(`${act}Days`), hint: t('daysHint', { max: DAYS[act].max }) }
      : undefined;
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
      days={daysOf(act)}
      fields={{ profileId, version: String(version), rowVersion: seen }}
    />
  ));
}
