'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { SubmitButton } from '@/components/ui/submit-button';
import { retryAction } from '../actions';

type RetryFormProps = { submissionId: string; faults: number; receivedAt: string };

/** Ends the pause of a submission; the name of the button tells of which, since a list has many. */
export function RetryForm({ submissionId, faults, receivedAt }: RetryFormProps) {
  const t = useTranslations('submissions.failing.form');
  const [state, dispatch] = useActionState(retryAction, IDLE);
  return (
    <form action={dispatch} className="flex flex-col gap-2">
      <Outcome state={state} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="faults" value={faults} />
      <div>
        <SubmitButton aria-label={t('label', { at: receivedAt })}>{t('now')}</SubmitButton>
      </div>
    </form>
  );
}
