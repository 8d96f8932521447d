'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { RadioField } from '@/components/ui/choice-field';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { HOLD_VERDICTS } from '@/lib/clearance/reasons';

type AnswerFormProps = {
  consignmentId: string;
  holdId: string;
  seenAnswers: number;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** The agency's answer to one hold; conditions go with an approval. */
export function AnswerForm({ consignmentId, holdId, seenAnswers, action }: AnswerFormProps) {
  const t = useTranslations('agency.answer');
  const toast = useToast();
  const [verdict, setVerdict] = useState('');
  const { state, isPending, form } = useKeptForm(async (previous: ActionState, input: FormData) => {
    const next = await action(previous, input);
    if (next.status === 'ok') toast.show({ title: t('sent') });
    return next;
  });
  const errorOf = useFieldError(state);
  return (
    <form {...form} className="flex flex-col gap-3">
      <Outcome state={state} labels={{ verdict: t('verdict'), conditions: t('conditions'), words: t('words') }} />
      <input type="hidden" name="consignmentId" value={consignmentId} />
      <input type="hidden" name="holdId" value={holdId} />
      <input type="hidden" name="seenAnswers" value={seenAnswers} />
      <RadioField
        name="verdict"
        legend={t('verdict')}
        error={errorOf('verdict')}
        required
        onChange={setVerdict}
        options={HOLD_VERDICTS.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))}
      />
      {verdict === 'approve' ? (
        <TextAreaField
          name="conditions"
          label={t('conditions')}
          hint={t('conditionsHint')}
          error={errorOf('conditions')}
          maxLength={2000}
          optional
        />
      ) : null}
      <TextAreaField name="words" label={t('words')} error={errorOf('words')} required minLength={3} maxLength={2000} />
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          {t('send')}
        </SubmitButton>
      </div>
    </form>
  );
}
