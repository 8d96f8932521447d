'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { useOwnSteps } from '@/components/forms/use-own-steps';
import { Button } from '@/components/ui/button';
import type { ModelAct } from '@/lib/risk/model/life-cycle';
import { promoteModelAction, retireModelAction, rollBackModelAction, shadowModelAction } from '../actions';

const ACTIONS = {
  shadow: shadowModelAction,
  promote: promoteModelAction,
  roll_back: rollBackModelAction,
  retire: retireModelAction,
} as const;

type ModelActsProps = { acts: readonly ModelAct[]; version: number; rowVersion: number };

/** What this person may do with a version, each with a reason. */
export function ModelActs({ acts, version, rowVersion }: ModelActsProps) {
  const t = useTranslations('model.act');
  const [seen, afterStep] = useOwnSteps(rowVersion);
  return acts.map((act) => (
    <ReasonDialog
      key={act}
      trigger={<Button variant={act === 'promote' || act === 'shadow' ? 'primary' : 'secondary'}>{t(act)}</Button>}
      title={t(act)}
      description={t(`${act}Text`)}
      submit={t(act)}
      done={t(`done.${act}`)}
      action={ACTIONS[act]}
      onDone={afterStep}
      fields={{ version: String(version), rowVersion: seen }}
    />
  ));
}
