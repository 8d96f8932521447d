'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { questionId } from './question-id';

type AnswerFormProps = {
  consignmentId: string;
  referralId: string;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** The partner's answer to one question. */
export function AnswerForm({ consignmentId, referralId, action }: AnswerFormProps) {
  const t = useTranslations('tracking');
  const toast = useToast();
  const [state, send] = useActionState(async (previous: ActionState, input: FormData) => {
    const next = await action(previous, input);
    // The form gives way to the answer it sent, so neither outcome nor focus may stay with it.
    if (next.status === 'ok') {
      toast.show({ title: t('sent') });
      document.getElementById(questionId(referralId))?.focus();
    }
    return next;
  }, IDLE as ActionState);
  return (
    <form action={send} className="flex flex-col gap-3">
      <Outcome state={state} />
      <input type="hidden" name="consignmentId" value={consignmentId} />
      <input type="hidden" name="referralId" value={referralId} />
      <TextAreaField name="answer" id={`answer-${referralId}`} label={t('answer')} required maxLength={2000} />
      <div>
        <SubmitButton variant="primary">{t('send')}</SubmitButton>
      </div>
    </form>
  );
}
