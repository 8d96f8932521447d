'use client';

import { useTranslations } from 'next-intl';
import { type ActionState, typedIn } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';

type Answered = { readonly isTaken: boolean; readonly email: string };
type AskMailFormProps = {
  action: (previous: ActionState<Answered>, input: FormData) => Promise<ActionState<Answered>>;
};

/** The wish to be told by e-mail, and what comes of it. Works without script. */
export function AskMailForm({ action }: AskMailFormProps) {
  const t = useTranslations('publication.mail');
  const { state, isPending, form } = useKeptForm(action);
  const fieldError = useFieldError(state);
  const asked = state.status === 'ok' ? state.data : undefined;
  const labels = { email: t('email') };
  return (
    <div className="flex flex-col gap-4">
      <div aria-live="polite">
        {asked ? (
          <Callout tone={asked.isTaken ? 'success' : 'warning'}>{t(asked.isTaken ? 'taken' : 'tooOften')}</Callout>
        ) : null}
      </div>
      <form {...form} aria-label={t('form')} noValidate className="flex max-w-lg flex-col gap-5">
        <Outcome state={state} labels={labels} />
        <TextField
          name="email"
          type="email"
          label={labels.email}
          hint={t('emailHint')}
          error={fieldError('email')}
          defaultValue={typedIn(state).email ?? asked?.email}
          autoComplete="email"
        />
        <div>
          <SubmitButton variant="primary" pending={isPending}>
            {t('ask')}
          </SubmitButton>
        </div>
      </form>
    </div>
  );
}
