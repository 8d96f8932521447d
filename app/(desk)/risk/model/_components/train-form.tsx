'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { RadioField } from '@/components/ui/choice-field';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { OBJECTIVES } from '@/lib/risk/model/objective';
import { cancelTrainingAction, startTrainingAction } from '../actions';

/** Asks what a model is to rank by, and has it trained. */
export function TrainForm() {
  const t = useTranslations('model.train');
  const tObjective = useTranslations('model.objective');
  const tText = useTranslations('model.objectiveText');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [state, dispatch] = useActionState(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    const next = await startTrainingAction(previous, form);
    if (next.status === 'ok') {
      setOpen(false);
      toast.show({ title: t('done'), tone: 'success' });
    }
    return next;
  }, IDLE);
  return (
    <Dialog
      title={t('start')}
      description={t('text')}
      trigger={<Button variant="primary">{t('start')}</Button>}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <form action={dispatch} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={{ objective: t('objective') }} ids={{ objective: 'objective' }} />
        <RadioField
          name="objective"
          legend={t('objective')}
          defaultValue="chance"
          options={OBJECTIVES.map((objective) => ({
            value: objective,
            label: tObjective(objective),
            hint: tText(objective),
          }))}
        />
        <div className="flex justify-end">
          <SubmitButton variant="primary">{t('start')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}

/** Ends a training that is not wanted any more. */
export function CancelTraining({ runId }: { runId: string }) {
  const t = useTranslations('model.train');
  const toast = useToast();
  const [state, dispatch] = useActionState(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    const next = await cancelTrainingAction(previous, form);
    if (next.status === 'ok') toast.show({ title: t('cancelled'), tone: 'success' });
    return next;
  }, IDLE);
  return (
    <form action={dispatch} className="flex flex-col items-end gap-2">
      <Outcome state={state} labels={{}} ids={{}} />
      <input type="hidden" name="runId" value={runId} />
      <SubmitButton variant="secondary">{t('cancel')}</SubmitButton>
    </form>
  );
}
