'use client';

import { useTranslations } from 'next-intl';
import { type ReactElement, useActionState, useId, useState } from 'react';
import { useStepUp } from '@/components/identity/step-up';
import { Dialog } from '@/components/ui/dialog';
import { TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { type ActionState, IDLE } from './action-state';
import { Outcome, useFieldError } from './outcome';

type ReasonDialogProps<Data> = {
  trigger: ReactElement;
  title: string;
  /** What will happen, to whom. */
  description: string;
  submit: string;
  /** Said when it was done. */
  done: string;
  isDanger?: boolean;
  action: (previous: ActionState<Data>, input: FormData) => Promise<ActionState<Data>>;
  /** Told what came of it, before the page is drawn anew. */
  onDone?: (data: Data | undefined) => void;
  /** For how many days, where the person decides that: from 1 to `max`, proposed as `usual`. */
  days?: {
    readonly name: string;
    readonly label: string;
    readonly hint: string;
    readonly max: number;
    readonly usual: number;
  };
  /** What it is done to. */
  fields: Readonly<Record<string, string>>;
};

/** Asks for the reason of a change before it is made; refusals stay in the dialog beside what was typed. */
export function ReasonDialog<Data>(props: ReasonDialogProps<Data>) {
  const { trigger, title, description, submit, done, isDanger, action, onDone, days, fields } = props;
  const t = useTranslations('forms');
  const toast = useToast();
  const [reasonId, daysId] = [useId(), useId()];
  const [isOpen, setOpen] = useState(false);
  const stepUp = useStepUp();
  const act = async (previous: ActionState<Data>, form: FormData): Promise<ActionState<Data>> => {
    const next = await stepUp.run(() => action(previous, form));
    if (next.status === 'ok') {
      onDone?.(next.data);
      setOpen(false);
      toast.show({ title: done, tone: 'success' });
    }
    return next;
  };
  const [state, dispatch] = useActionState(act, IDLE);
  const errorOf = useFieldError(state);
  return (
    <Dialog title={title} description={description} trigger={trigger} open={isOpen} onOpenChange={setOpen}>
      <form action={dispatch} className="flex flex-col gap-3" noValidate>
        <Outcome
          state={state}
          labels={{ reason: t('reason'), ...(days ? { [days.name]: days.label } : {}) }}
          ids={{ reason: reasonId, ...(days ? { [days.name]: daysId } : {}) }}
        />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {days ? (
          <TextField
            name={days.name}
            id={daysId}
            type="number"
            inputMode="numeric"
            min={1}
            max={days.max}
            label={days.label}
            hint={days.hint}
            error={errorOf(days.name)}
            defaultValue={state.status === 'invalid' ? state.values[days.name] : String(days.usual)}
          />
        ) : null}
        <TextAreaField
          name="reason"
          id={reasonId}
          label={t('reason')}
          hint={t('reasonHint')}
          error={errorOf('reason')}
          defaultValue={state.status === 'invalid' ? state.values.reason : ''}
          required
          maxLength={500}
        />
        <div className="flex justify-end">
          <SubmitButton variant={isDanger ? 'danger' : 'primary'}>{submit}</SubmitButton>
        </div>
      </form>
      {stepUp.dialog}
    </Dialog>
  );
}
