'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { useStepUp } from '@/components/identity/step-up';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';

export type FormAction<Data = undefined> = (previous: ActionState<Data>, input: FormData) => Promise<ActionState<Data>>;

type FormDialogProps<Data> = {
  /** What the button says that opens it, and for whom reads it aloud, of what. */
  label: string;
  labelOf?: string;
  isPrimary?: boolean;
  isSmall?: boolean;
  title: string;
  description?: string;
  submit: string;
  /** Said when it was done; the dialog stays where an answer is shown in it. */
  done?: string;
  action: FormAction<Data>;
  hidden?: Readonly<Record<string, string>>;
  labels: Readonly<Record<string, string>>;
  fields: (errorOf: (field: string) => string | undefined) => ReactNode;
  /** What is shown in the place of the form once it was done. */
  answer?: (data: Data) => ReactNode;
};

/** A form in a dialog; refusals stay in it beside what was typed. */
export function FormDialog<Data = undefined>(props: FormDialogProps<Data>) {
  const { label, labelOf, isPrimary, isSmall, title, description } = props;
  const [isOpen, setOpen] = useState(false);
  const name = labelOf ? `${label}: ${labelOf}` : undefined;
  return (
    <Dialog
      title={title}
      description={description}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant={isPrimary ? 'primary' : 'secondary'} size={isSmall ? 'sm' : undefined} aria-label={name}>
          {label}
        </Button>
      }
    >
      {isOpen ? <DialogForm {...props} close={() => setOpen(false)} /> : null}
    </Dialog>
  );
}

function DialogForm<Data>(props: FormDialogProps<Data> & { close: () => void }) {
  const { submit, done, action, hidden = {}, labels, fields, answer, close } = props;
  const t = useTranslations('ui.dialog');
  const toast = useToast();
  const stepUp = useStepUp();
  const { state, isPending, form } = useKeptForm(async (previous: ActionState<Data>, input: FormData) => {
    const next = await stepUp.run(() => action(previous, input));
    if (next.status === 'ok' && !answer) {
      close();
      if (done) toast.show({ title: done, tone: 'success' });
    }
    return next;
  });
  const errorOf = useFieldError(state);
  if (state.status === 'ok' && answer && state.data !== undefined)
    return (
      <div className="flex flex-col gap-3">
        {answer(state.data)}
        <div className="flex justify-end">
          <Button onClick={close}>{t('close')}</Button>
        </div>
      </div>
    );
  return (
    <>
      <form {...form} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={labels} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {fields(errorOf)}
        <div className="flex justify-end">
          <SubmitButton variant="primary" pending={isPending}>
            {submit}
          </SubmitButton>
        </div>
      </form>
      {stepUp.dialog}
    </>
  );
}
