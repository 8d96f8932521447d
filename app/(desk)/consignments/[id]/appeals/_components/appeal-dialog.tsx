'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type Option, SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';

export type AppealForm = 'lodge' | 'secured' | 'escalated' | 'withdrawn' | 'outcome';

type Choice = {
  readonly name: 'decisionId' | 'outcome';
  readonly options: readonly Option[];
  readonly prompt?: string;
};
type AppealDialogProps = {
  form: AppealForm;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
  /** What it is done to. */
  fields: Readonly<Record<string, string>>;
  choice?: Choice;
  /** Name of the amount, where one is asked for, and what it may be at most. */
  amount?: { readonly name: 'claimed' | 'amount'; readonly most: string; readonly currency: string };
  /** The day it came in, where that is asked for; today at first. */
  today?: string;
  variant?: 'primary' | 'secondary';
};

/** One act of an appeal: what is claimed, given or decided, and the words for it. What was typed stays when it is refused. */
export function AppealDialog({
  form: name,
  action,
  fields,
  choice,
  amount,
  today,
  variant = 'secondary',
}: AppealDialogProps) {
  const t = useTranslations('appeal.form');
  const toast = useToast();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { state, isPending, form } = useKeptForm(
    async (previous: ActionState, sent: FormData): Promise<ActionState> => {
      const next = await action(previous, sent);
      if (next.status === 'ok') {
        setOpen(false);
        toast.show({ title: t(`${name}.done`), tone: 'success' });
      }
      return next;
    },
  );
  const errorOf = useFieldError(state);
  const asked = [choice?.name, amount?.name, today ? 'lodgedOn' : undefined, 'words'].filter(
    (one) => one !== undefined,
  );
  const labels = Object.fromEntries(asked.map((one) => [one, t(`field.${one}`)]));
  const ids = Object.fromEntries(asked.map((one) => [one, `${id}-${one}`]));
  const row = (...controls: ReactNode[]) => <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">{controls}</div>;
  return (
    <Dialog
      title={t(`${name}.title`)}
      description={t(`${name}.text`)}
      trigger={
        <Button size={name === 'lodge' ? undefined : 'sm'} variant={variant}>
          {t(`${name}.open`)}
        </Button>
      }
      open={isOpen}
      onOpenChange={setOpen}
    >
      <form {...form} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={labels} ids={ids} />
        {Object.entries(fields).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {choice ? (
          <SelectField
            id={ids[choice.name]}
            name={choice.name}
            label={t(`field.${choice.name}`)}
            options={choice.options}
            prompt={choice.prompt}
            error={errorOf(choice.name)}
          />
        ) : null}
        {row(
          amount ? (
            <TextField
              key="amount"
              id={ids[amount.name]}
              name={amount.name}
              inputMode="decimal"
              label={t(`field.${amount.name}`)}
              hint={t('amountHint', { most: amount.most, currency: amount.currency })}
              error={errorOf(amount.name)}
            />
          ) : null,
          today ? (
            <TextField
              key="day"
              id={ids.lodgedOn}
              name="lodgedOn"
              type="date"
              max={today}
              defaultValue={today}
              label={t('field.lodgedOn')}
              error={errorOf('lodgedOn')}
              required
            />
          ) : null,
        )}
        <TextAreaField
          id={ids.words}
          name="words"
          label={t('field.words')}
          hint={t(`${name}.wordsHint`)}
          error={errorOf('words')}
          required
          maxLength={1000}
        />
        <div className="flex justify-end">
          <SubmitButton variant="primary" pending={isPending}>
            {t(`${name}.submit`)}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
