'use client';

import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useConfirmedAction } from './step-up';
import { type Named, UserFormFields } from './user-form-fields';

type ChangeUserFormProps = {
  user: { id: string; role: string; partnerId: string | null; agencyId: string | null; officeIds: readonly string[] };
  partners: readonly Named[];
  agencies: readonly Named[];
  offices: readonly Named[];
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Changes role, partner, agency and offices of an account, with the reason. */
export function ChangeUserForm({ user, partners, agencies, offices, action }: ChangeUserFormProps) {
  const t = useTranslations('admin.user');
  const tForms = useTranslations('forms');
  const confirmed = useConfirmedAction(action);
  const { state, isPending, form } = useKeptForm(confirmed.action);
  const errorOf = useFieldError(state);
  return (
    <>
      {/* The key gives the fields the values of the account as it stands after a change. */}
      <form
        key={`${user.role} ${user.partnerId} ${user.agencyId} ${user.officeIds.join(' ')}`}
        {...form}
        className="flex max-w-2xl flex-col gap-3"
      >
        <Outcome
          state={state}
          labels={{ role: t('role'), partnerId: t('partner'), agencyId: t('agency'), reason: tForms('reason') }}
        />
        {state.status === 'ok' ? (
          <Callout tone="success" live>
            {t('changed')}
          </Callout>
        ) : null}
        <input type="hidden" name="userId" value={user.id} />
        <input type="hidden" name="seenRole" value={user.role} />
        <UserFormFields partners={partners} agencies={agencies} offices={offices} chosen={user} errorOf={errorOf} />
        <TextField
          name="reason"
          label={tForms('reason')}
          hint={tForms('reasonHint')}
          error={errorOf('reason')}
          required
          maxLength={500}
        />
        <div>
          <SubmitButton variant="primary" pending={isPending}>
            {t('changeSubmit')}
          </SubmitButton>
        </div>
      </form>
      {confirmed.dialog}
    </>
  );
}
