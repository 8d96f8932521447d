'use client';

import { useTranslations } from 'next-intl';
import { type ActionState, typedIn } from '@/components/forms/action-state';
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
  const asked = state.status === 'ok' ? state.data : undefined;
  const typed = typedIn(state);
  const labels = { reference: t('reference'), postcode: t('postcode') };
  return (
    <div className="flex flex-col">
      <div aria-live="polite" className="not-empty:mb-6">
        {asked ? <ParcelAnswer reference={asked.reference} answer={asked.answer} /> : null}
      </div>
      <form {...form} aria-label={t('form')} noValidate className="flex max-w-lg flex-col gap-5">
        <Outcome state={state} labels={labels} />
        <TextField
          name="reference"
          label={labels.reference}
          hint={t('referenceHint')}
          error={fieldError('reference')}
          defaultValue={typed.reference ?? asked?.reference}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <TextField
          name="postcode"
          label={labels.postcode}
          hint={t('postcodeHint')}
          error={fieldError('postcode')}
          defaultValue={typed.postcode ?? asked?.postcode}
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
