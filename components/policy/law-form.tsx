'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { SelectField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { INSTRUMENT_KINDS } from '@/lib/policy/change';

type LawFormProps = { action: (previous: ActionState, input: FormData) => Promise<ActionState> };

/** Enters a law. */
export function LawForm({ action }: LawFormProps) {
  const t = useTranslations('policy.lawForm');
  const tKind = useTranslations('policy.instrumentKind');
  const [state, dispatch] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  const text = (name: 'title' | 'citation' | 'textLink' | 'validFrom' | 'validTo', label: string, hint?: string) => (
    <TextField
      name={name}
      type={name.startsWith('valid') ? 'date' : 'text'}
      label={label}
      hint={hint}
      error={errorOf(name)}
      defaultValue={typed[name] ?? ''}
    />
  );
  return (
    <form action={dispatch} className="flex max-w-3xl flex-col gap-3" noValidate>
      <Outcome
        state={state}
        labels={{
          title: t('name'),
          citation: t('citation'),
          kind: t('kind'),
          validFrom: t('from'),
          validTo: t('to'),
          textLink: t('link'),
        }}
      />
      {text('title', t('name'))}
      {text('citation', t('citation'), t('citationHint'))}
      <SelectField
        name="kind"
        label={t('kind')}
        error={errorOf('kind')}
        defaultValue={typed.kind}
        options={INSTRUMENT_KINDS.map((value) => ({ value, label: tKind(value) }))}
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {text('validFrom', t('from'))}
        {text('validTo', t('to'), t('toHint'))}
      </div>
      {text('textLink', t('link'), t('linkHint'))}
      <div>
        <SubmitButton>{t('save')}</SubmitButton>
      </div>
    </form>
  );
}
