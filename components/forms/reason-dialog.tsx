'use client';

import { useTranslations } from 'next-intl';
import { type ReactElement, useActionState, useId, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { TextAreaField } from '@/components/ui/field';
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
  /** What it is done to. */
  fields: Readonly<Record<string, string>>;
};

/** Asks for the reason of a change before it is made; refusals stay in the dialog beside what was typed. */
export function ReasonDialog<Data>(props: ReasonDialogProps<Data>) {
  const { trigger, title, description, submit, done, isDanger, action, onDone, fields } = props;
  const t = useTranslations('forms');
  const toast = useToast();
  const reasonId = useId();
  const [isOpen, setOpen] = useState(false);
  const act = async (previous: ActionState<Data>, form: FormData): Promise<ActionState<Data>> => {
    const next = await action(previous, form);
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
        <Outcome state={state} labels={{ reason: t('reason') }} ids={{ reason: reasonId }} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
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
    </Dialog>
  );
}
