'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useId } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { TextAreaField } from '@/components/ui/field';
import { ShownOnce } from '@/components/ui/shown-once';
import { SubmitButton } from '@/components/ui/submit-button';

import { useConfirmedAction } from './step-up';

type Made = { password: string };
type ResetPasswordProps = {
  userId: string;
  action: (previous: ActionState<Made>, input: FormData) => Promise<ActionState<Made>>;
};

/** Gives somebody who forgot theirs a new password and shows it once; it leaves with the page. */
export function ResetPassword({ userId, action }: ResetPasswordProps) {
  const t = useTranslations('admin.user.reset');
  const tForms = useTranslations('forms');
  const reasonId = useId();
  const confirmed = useConfirmedAction(action);
  const [state, dispatch] = useActionState(confirmed.action, IDLE);
  const errorOf = useFieldError(state);
  const password = state.status === 'ok' ? state.data?.password : undefined;
  return (
    <>
      <form action={dispatch} className="flex max-w-2xl flex-col gap-3">
        <p className="text-muted text-sm">{t('text')}</p>
        <Outcome state={state} labels={{ reason: tForms('reason') }} ids={{ reason: reasonId }} />
        {password ? (
          <ShownOnce title={t('newTitle')} secret={password} copyLabel={t('copy')}>
            {t('newText')}
          </ShownOnce>
        ) : null}
        <input type="hidden" name="userId" value={userId} />
        <TextAreaField
          name="reason"
          id={reasonId}
          label={tForms('reason')}
          hint={tForms('reasonHint')}
          error={errorOf('reason')}
          defaultValue={state.status === 'invalid' ? state.values.reason : ''}
          required
          maxLength={500}
          rows={2}
        />
        <div>
          <SubmitButton>{t('submit')}</SubmitButton>
        </div>
      </form>
      {confirmed.dialog}
    </>
  );
}
