'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { PARTNER_KINDS } from '@/lib/identity/partner-kinds';

type CreatePartnerFormProps = { action: (previous: ActionState, input: FormData) => Promise<ActionState> };

/** Enters a partner. */
export function CreatePartnerForm({ action }: CreatePartnerFormProps) {
  const t = useTranslations('admin.partner');
  const kind = useTranslations('admin.kind');
  const [state, dispatch] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  return (
    <form action={dispatch} className="flex max-w-md flex-col gap-3">
      <Outcome state={state} labels={{ name: t('name'), key: t('key'), kind: t('kind') }} />
      <TextField name="name" label={t('name')} error={errorOf('name')} defaultValue={typed.name} required />
      <TextField
        name="key"
        label={t('key')}
        hint={t('keyHint')}
        error={errorOf('key')}
        defaultValue={typed.key}
        spellCheck={false}
        autoComplete="off"
        required
      />
      <SelectField
        name="kind"
        label={t('kind')}
        error={errorOf('kind')}
        defaultValue={typed.kind ?? 'platform'}
        options={PARTNER_KINDS.map((value) => ({ value, label: kind(value) }))}
      />
      <div>
        <SubmitButton variant="primary">{t('create')}</SubmitButton>
      </div>
    </form>
  );
}
