'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useId } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';

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
  const [state, dispatch] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  const password = state.status === 'ok' ? state.data?.password : undefined;
  return (
    <form action={dispatch} className="flex max-w-2xl flex-col gap-3">
      <p className="text-muted text-sm">{t('text')}</p>
      <Outcome state={state} labels={{ reason: tForms('reason') }} ids={{ reason: reasonId }} />
      {password ? (
        <Callout tone="warning" title={t('newTitle')} live>
          <p>{t('newText')}</p>
          <p className="flex flex-wrap items-center gap-2 pt-2">
            <code translate="no" className="break-all rounded-sm bg-sunken px-1.5 py-1 font-mono text-sm">
              {password}
            </code>
            <CopyButton text={password} label={t('copy')} />
          </p>
        </Callout>
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
  );
}
