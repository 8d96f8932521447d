'use client';

import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Answered, ParcelAnswer } from './parcel-answer';

type ParcelFormProps = { action: (previous: ActionState<Answered>, input: FormData) => Promise<ActionState<Answered>> };

/** The question of a recipient and its answer. Without script the form is sent, and the page comes back with the answer. */
export function ParcelForm({ action }: ParcelFormProps) {
  const t = useTranslations('public.parcel');
  const { state, isPending, form } = useKeptForm(action);
  const fieldError = useFieldError(state);
  const values = state.status === 'invalid' ? state.values : {};
  const labels = { reference: t('reference'), postcode: t('postcode') };
  return (
    <div className="flex flex-col">
      <div aria-live="polite" className="not-empty:mb-6">
        {state.status === 'ok' && state.data ? <ParcelAnswer {...state.data} /> : null}
      </div>
      <form {...form} aria-label={t('form')} noValidate className="flex max-w-lg flex-col gap-5">
        <Outcome state={state} labels={labels} />
        <TextField
          name="reference"
          label={labels.reference}
          hint={t('referenceHint')}
          error={fieldError('reference')}
          defaultValue={values.reference ?? (state.status === 'ok' ? state.data?.reference : undefined)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <TextField
          name="postcode"
          label={labels.postcode}
          hint={t('postcodeHint')}
          error={fieldError('postcode')}
          defaultValue={values.postcode}
          autoComplete="postal-code"
          className="max-w-xs"
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
