'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { acknowledgeAnomalyAction } from '../actions';

/** Acknowledges an unusual day, with what is known of it. */
export function AcknowledgeForm({ anomalyId, name, day }: { anomalyId: string; name: string; day: string }) {
  const t = useTranslations('dashboards.anomaly');
  const noteId = useId();
  const { state, isPending, form } = useKeptForm(acknowledgeAnomalyAction);
  const errorOf = useFieldError(state);
  return (
    <form
      {...form}
      className="flex flex-wrap items-end gap-2 pt-1 lg:w-104 lg:shrink-0 lg:flex-nowrap lg:pt-0"
      noValidate
      data-print="hide"
    >
      <Outcome state={state} labels={{ note: t('note') }} ids={{ note: noteId }} />
      <input type="hidden" name="anomalyId" value={anomalyId} />
      <TextField
        name="note"
        id={noteId}
        label={t('note')}
        error={errorOf('note')}
        maxLength={500}
        autoComplete="off"
        optional
        className="w-full max-w-96"
      />
      <SubmitButton pending={isPending}>
        <span aria-hidden="true">{t('acknowledge')}</span>
        <span className="sr-only">{t('acknowledgeOf', { name, day })}</span>
      </SubmitButton>
    </form>
  );
}
