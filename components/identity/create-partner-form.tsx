'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { PARTNER_KINDS } from '@/lib/identity/partner-kinds';
import type { Named } from './office-choice';
import { PartnerDefaultsFields, useDefaultLabels } from './partner-defaults-fields';

type CreatePartnerFormProps = {
  offices: readonly Named[];
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Enters a partner. */
export function CreatePartnerForm({ offices, action }: CreatePartnerFormProps) {
  const t = useTranslations('admin.partner');
  const kind = useTranslations('admin.kind');
  const [state, dispatch] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  const defaultLabels = useDefaultLabels();
  const typed = state.status === 'invalid' ? state.values : {};
  return (
    <form action={dispatch} className="flex max-w-md flex-col gap-3">
      <Outcome state={state} labels={{ name: t('name'), key: t('key'), kind: t('kind'), ...defaultLabels }} />
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
        // A list keeps its first choice when the form is shown again, unless it is made anew.
        key={`kind ${typed.kind}`}
        name="kind"
        label={t('kind')}
        error={errorOf('kind')}
        defaultValue={typed.kind ?? 'platform'}
        options={PARTNER_KINDS.map((value) => ({ value, label: kind(value) }))}
      />
      <fieldset className="mt-3 flex flex-col gap-3">
        <legend className="mb-1 font-semibold">{t('defaults.title')}</legend>
        <p className="text-muted text-xs">{t('defaults.lead')}</p>
        <PartnerDefaultsFields offices={offices} chosen={typed} errorOf={errorOf} />
      </fieldset>
      <div>
        <SubmitButton variant="primary">{t('create')}</SubmitButton>
      </div>
    </form>
  );
}
