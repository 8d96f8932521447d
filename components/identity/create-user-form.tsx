'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Named, UserFormFields } from './user-form-fields';

type CreateUserFormProps = {
  partners: readonly Named[];
  offices: readonly Named[];
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Makes an account. */
export function CreateUserForm({ partners, offices, action }: CreateUserFormProps) {
  const t = useTranslations('admin.user');
  const [state, dispatch] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  const labels = { email: t('email'), name: t('name'), role: t('role'), newPassword: t('password') };
  return (
    <form action={dispatch} className="flex max-w-2xl flex-col gap-3">
      <Outcome state={state} labels={labels} />
      <TextField
        name="email"
        type="email"
        label={t('email')}
        error={errorOf('email')}
        defaultValue={typed.email}
        autoComplete="off"
        required
      />
      <TextField
        name="name"
        label={t('name')}
        error={errorOf('name')}
        defaultValue={typed.name}
        autoComplete="off"
        required
      />
      <UserFormFields
        partners={partners}
        offices={offices}
        chosen={{ role: typed.role ?? 'officer', partnerId: typed.partnerId ?? null, officeIds: [] }}
        errorOf={errorOf}
      />
      <TextField
        name="newPassword"
        type="password"
        label={t('password')}
        hint={t('passwordHint')}
        error={errorOf('newPassword')}
        autoComplete="new-password"
        required
        minLength={10}
      />
      <div>
        <SubmitButton variant="primary">{t('create')}</SubmitButton>
      </div>
    </form>
  );
}
