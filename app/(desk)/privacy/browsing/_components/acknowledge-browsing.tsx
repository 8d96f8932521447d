'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { acknowledgeBrowsingAction } from '../../actions';

/** Answers for a day of unusual looks, with what is known of it. */
export function AcknowledgeBrowsing({ id, name, day }: { id: string; name: string; day: string }) {
  const t = useTranslations('privacy.browsing');
  const noteId = useId();
  const { state, isPending, form } = useKeptForm(acknowledgeBrowsingAction);
  const errorOf = useFieldError(state);
  return (
    <form
      {...form}
      className="flex flex-wrap items-end gap-2 lg:w-104 lg:shrink-0 lg:flex-nowrap"
      noValidate
      data-print="hide"
    >
      <Outcome state={state} labels={{ note: t('note') }} ids={{ note: noteId }} />
      <input type="hidden" name="id" value={id} />
      <TextField
        name="note"
        id={noteId}
        label={t('note')}
        error={errorOf('note')}
        maxLength={500}
        autoComplete="off"
        required
        className="w-full max-w-96"
      />
      <SubmitButton pending={isPending}>
        <span aria-hidden="true">{t('acknowledge')}</span>
        <span className="sr-only">{t('acknowledgeOf', { name, day })}</span>
      </SubmitButton>
    </form>
  );
}
