'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { ButtonLink } from '@/components/ui/button-link';
import { TextField } from '@/components/ui/field';
import { ShownOnce } from '@/components/ui/shown-once';
import { SubmitButton } from '@/components/ui/submit-button';
import { useConfirmedAction } from './step-up';
import { type Named, UserFormFields } from './user-form-fields';

/** The account that was made, where it is found, and the password it opens with. */
type Made = { name: string; href: Route; password: string };
type CreateUserFormProps = {
  partners: readonly Named[];
  agencies: readonly Named[];
  offices: readonly Named[];
  action: (previous: ActionState<Made>, input: FormData) => Promise<ActionState<Made>>;
};

/** Makes an account and shows its password once, in the place of the form. */
export function CreateUserForm({ partners, agencies, offices, action }: CreateUserFormProps) {
  const t = useTranslations('admin.user');
  const confirmed = useConfirmedAction(action);
  const { state, isPending, form } = useKeptForm(confirmed.action);
  const errorOf = useFieldError(state);
  const labels = { email: t('email'), name: t('name'), role: t('role') };
  const made = state.status === 'ok' ? state.data : undefined;
  if (made) {
    return (
      <div className="flex max-w-2xl flex-col items-start gap-3">
        <ShownOnce title={t('made.title', { name: made.name })} secret={made.password} copyLabel={t('reset.copy')}>
          {t('reset.newText')}
        </ShownOnce>
        <ButtonLink href={made.href} variant="primary">
          {t('made.open')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <>
      <form {...form} className="flex max-w-2xl flex-col gap-3">
        <Outcome state={state} labels={labels} />
        <TextField name="email" type="email" label={t('email')} error={errorOf('email')} autoComplete="off" required />
        <TextField name="name" label={t('name')} error={errorOf('name')} autoComplete="off" required />
        <UserFormFields
          partners={partners}
          agencies={agencies}
          offices={offices}
          chosen={{ role: 'officer', partnerId: null, agencyId: null, officeIds: [] }}
          errorOf={errorOf}
        />
        <div>
          <SubmitButton variant="primary" pending={isPending}>
            {t('create')}
          </SubmitButton>
        </div>
      </form>
      {confirmed.dialog}
    </>
  );
}
