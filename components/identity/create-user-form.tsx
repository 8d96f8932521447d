'use client';

import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
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
  const { state, isPending, form } = useKeptForm(action);
  const errorOf = useFieldError(state);
  const labels = { email: t('email'), name: t('name'), role: t('role'), newPassword: t('password') };
  return (
    <form {...form} className="flex max-w-2xl flex-col gap-3">
      <Outcome state={state} labels={labels} />
      <TextField name="email" type="email" label={t('email')} error={errorOf('email')} autoComplete="off" required />
      <TextField name="name" label={t('name')} error={errorOf('name')} autoComplete="off" required />
      <UserFormFields
        partners={partners}
        offices={offices}
        chosen={{ role: 'officer', partnerId: null, officeIds: [] }}
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
        <SubmitButton variant="primary" pending={isPending}>
          {t('create')}
        </SubmitButton>
      </div>
    </form>
  );
}
