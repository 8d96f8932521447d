'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { RadioField } from '@/components/ui/choice-field';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { CLAIMS_GO, HAND_OVER_SCOPES } from '@/lib/clearance/hand-over';
import { writeHandOverAction } from '../actions';

type WriteFormProps = { officeId: string; mayOffice: boolean };

/** Whose work, where the claims go, and what the next shift must know. */
export function WriteForm({ officeId, mayOffice }: WriteFormProps) {
  const t = useTranslations('handOver');
  const [state, dispatch] = useActionState(writeHandOverAction, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  return (
    <form action={dispatch} className="flex max-w-2xl flex-col gap-3" noValidate>
      <Outcome state={state} labels={{ notes: t('notes') }} />
      <input type="hidden" name="officeId" value={officeId} />
      {mayOffice ? (
        <RadioField
          name="scope"
          legend={t('what')}
          defaultValue="own"
          options={HAND_OVER_SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
        />
      ) : null}
      <RadioField
        name="claimsGo"
        legend={t('where')}
        defaultValue="to_confirmer"
        options={CLAIMS_GO.map((value) => ({ value, label: t(`claimsGo.${value}`) }))}
      />
      <TextAreaField
        name="notes"
        label={t('notes')}
        hint={t('notesHint')}
        error={errorOf('notes')}
        defaultValue={typed.notes ?? ''}
        maxLength={4000}
        rows={5}
        optional
      />
      <div>
        <SubmitButton variant="primary">{t('submit')}</SubmitButton>
      </div>
    </form>
  );
}
