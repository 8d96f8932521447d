'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { useShortcuts } from '@/components/shell/shortcuts';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { TRAINEE_ACTS, type TraineeAct } from '@/lib/learning/course';
import { answerCaseAction } from '../../actions';

/** The keys these acts have on the desk of a consignment: a hand that learned them here knows them there. */
const KEYS: Readonly<Record<TraineeAct, string>> = { release: '1', documents: '2', examination: '3' };

/** What the trainee does with the case; one press answers it, as an act on the desk is one press and its form. */
export function TraineeDesk({ attemptId, number }: { attemptId: string; number: number }) {
  const t = useTranslations('learning');
  const [state, setState] = useState<ActionState<unknown>>(IDLE);
  const [isPending, start] = useTransition();
  const answer = (act: TraineeAct) => () => {
    if (isPending) return;
    start(async () => setState(await answerCaseAction(IDLE, { attemptId, number, act })));
  };
  useShortcuts(
    TRAINEE_ACTS.map((act) => ({
      keys: KEYS[act],
      text: t(`act.${act}`),
      run: answer(act),
      group: t('attempt.group'),
    })),
  );
  return (
    <Panel title={t('attempt.desk')} description={t('attempt.deskText')} id="desk">
      <div className="flex flex-col gap-2">
        <Outcome state={state} labels={{}} />
        {TRAINEE_ACTS.map((act) => (
          <Button key={act} kbd={KEYS[act]} pending={isPending} onClick={answer(act)}>
            {t(`act.${act}`)}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
