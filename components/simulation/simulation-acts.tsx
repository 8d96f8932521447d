'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { SubmitButton } from '@/components/ui/submit-button';

type Action = (previous: ActionState, input: FormData) => Promise<ActionState>;

type SimulationActsProps = {
  simulationId: string;
  rowVersion: number;
  /** What the reader may do now; null what they may not. */
  run: Action | null;
  cancel: Action | null;
  remove: Action | null;
};

/** Runs, stops or takes away one simulation; a refusal stands above the buttons. */
export function SimulationActs({ simulationId, rowVersion, run, cancel, remove }: SimulationActsProps) {
  const t = useTranslations('simulation.page');
  return (
    <div className="flex flex-wrap items-start gap-2" data-print="hide">
      {run ? <Act {...{ simulationId, rowVersion }} action={run} label={t('run')} variant="primary" /> : null}
      {cancel ? <Act {...{ simulationId }} action={cancel} label={t('cancel')} variant="secondary" /> : null}
      {remove ? <Act {...{ simulationId }} action={remove} label={t('delete')} variant="secondary" /> : null}
    </div>
  );
}

type ActProps = {
  simulationId: string;
  rowVersion?: number;
  action: Action;
  label: string;
  variant: 'primary' | 'secondary';
};

function Act({ simulationId, rowVersion, action, label, variant }: ActProps) {
  const [state, dispatch] = useActionState(action, IDLE);
  return (
    <form action={dispatch} className="flex flex-col gap-2">
      <Outcome state={state} />
      <input type="hidden" name="simulationId" value={simulationId} />
      {rowVersion === undefined ? null : <input type="hidden" name="rowVersion" value={rowVersion} />}
      <SubmitButton variant={variant}>{label}</SubmitButton>
    </form>
  );
}
