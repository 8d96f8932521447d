'use client';

import { useTranslations } from 'next-intl';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import type { FormAction } from '@/components/partnership/form-dialog';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { IDENTIFIER_KINDS } from '@/lib/cooperation/identifier-kinds';
import { TermsFields } from './terms-fields';

/** Asks another administration whether parties are known there. */
export function AskForm({ counterpartId, action }: { counterpartId: string; action: FormAction }) {
  const t = useTranslations('cooperation');
  const { state, isPending, form } = useKeptForm(action);
  const errorOf = useFieldError(state);
  return (
    <form {...form} className="flex max-w-3xl flex-col gap-4" noValidate>
      <Outcome
        state={state}
        told={({ code, params }) =>
          code === 'identifier_unread'
            ? { fieldId: 'identifiers', message: t('ask.line', { line: Number(params?.line) }) }
            : null
        }
        labels={{
          identifiers: t('ask.identifiers'),
          fromOn: t('ask.fromOn'),
          toOn: t('ask.toOn'),
          purpose: t('prepare.purpose'),
          expiresOn: t('prepare.expiresOn'),
        }}
      />
      <input type="hidden" name="counterpartId" value={counterpartId} />
      <SelectField
        name="identifierKind"
        label={t('ask.kind')}
        error={errorOf('identifierKind')}
        options={IDENTIFIER_KINDS.map((value) => ({ value, label: t(`identifierKind.${value}`) }))}
      />
      <TextAreaField
        name="identifiers"
        label={t('ask.identifiers')}
        hint={t('ask.identifiersHint')}
        error={errorOf('identifiers')}
        rows={6}
        autoComplete="off"
        data
        required
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField name="fromOn" type="date" label={t('ask.fromOn')} error={errorOf('fromOn')} required />
        <TextField name="toOn" type="date" label={t('ask.toOn')} error={errorOf('toOn')} required />
      </div>
      <TermsFields errorOf={errorOf} />
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          {t('ask.submit')}
        </SubmitButton>
      </div>
    </form>
  );
}
