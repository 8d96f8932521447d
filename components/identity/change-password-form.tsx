'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';

type ChangePasswordFormProps = { action: (previous: ActionState, input: FormData) => Promise<ActionState> };

/** Asks for the present password and a new one; password managers may fill both in. */
export function ChangePasswordForm({ action }: ChangePasswordFormProps) {
  const t = useTranslations('identity.account');
  const [state, dispatch] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  return (
    <form action={dispatch} className="flex max-w-md flex-col gap-3">
      <Outcome state={state} labels={{ presentPassword: t('presentPassword'), newPassword: t('newPassword') }} />
      {state.status === 'ok' ? (
        <Callout tone="success" live>
          {t('passwordChanged')}
        </Callout>
      ) : null}
      <TextField
        name="presentPassword"
        type="password"
        label={t('presentPassword')}
        autoComplete="current-password"
        error={errorOf('presentPassword')}
        required
      />
      <TextField
        name="newPassword"
        type="password"
        label={t('newPassword')}
        hint={t('newPasswordHint')}
        autoComplete="new-password"
        error={errorOf('newPassword')}
        required
        minLength={10}
      />
      <div>
        <SubmitButton>{t('changePassword')}</SubmitButton>
      </div>
    </form>
  );
}
