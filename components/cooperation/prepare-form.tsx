'use client';

import { useTranslations } from 'next-intl';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import type { FormAction } from '@/components/partnership/form-dialog';
import { CheckboxField } from '@/components/ui/choice-field';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Shareable } from '@/db/queries/cooperation/shareable';
import { TermsFields } from './terms-fields';

type PrepareFormProps = {
  counterpartId: string;
  profiles: readonly Shareable[];
  lists: readonly Shareable[];
  /** Months that are over, the latest first, as `YYYY-MM`. */
  months: readonly string[];
  action: FormAction;
};

/** Chooses what goes to another administration, and under which terms. */
export function PrepareForm({ counterpartId, profiles, lists, months, action }: PrepareFormProps) {
  const t = useTranslations('cooperation.prepare');
  const { state, isPending, form } = useKeptForm(action);
  const errorOf = useFieldError(state);
  const choices = { profiles, lists };
  return (
    <form {...form} className="flex max-w-3xl flex-col gap-4" noValidate>
      <Outcome
        state={state}
        labels={{
          purpose: t('purpose'),
          handling: t('handling'),
          expiresOn: t('expiresOn'),
          alertTitle: t('alertTitle'),
          alertText: t('alertText'),
          typologyMonth: t('typologyMonth'),
        }}
      />
      <input type="hidden" name="counterpartId" value={counterpartId} />
      {(['profiles', 'lists'] as const).map((name) => (
        <fieldset key={name} className="flex flex-col gap-1">
          <legend className="mb-1 font-medium text-sm">{t(name)}</legend>
          {choices[name].length === 0 ? <p className="text-muted text-sm">{t(`${name}None`)}</p> : null}
          {choices[name].map(({ value, title, detail, isBound }) => (
            <CheckboxField
              key={value}
              id={`${name}-${value.replaceAll(' ', '-')}`}
              name={name}
              value={value}
              disabled={isBound}
              hint={isBound ? t('bound') : undefined}
              label={t(name === 'profiles' ? 'profile' : 'listed', { title, detail })}
            />
          ))}
        </fieldset>
      ))}
      <TextField name="alertTitle" label={t('alertTitle')} error={errorOf('alertTitle')} maxLength={100} optional />
      <TextAreaField
        name="alertText"
        label={t('alertText')}
        hint={t('alertHint')}
        error={errorOf('alertText')}
        rows={4}
        maxLength={4000}
        optional
      />
      <SelectField
        name="typologyMonth"
        label={t('typologyMonth')}
        hint={t('typologyHint')}
        error={errorOf('typologyMonth')}
        prompt={t('typologyNone')}
        options={months.map((value) => ({ value, label: value, isData: true }))}
      />
      <TermsFields errorOf={errorOf} />
      <div>
        <SubmitButton variant="primary" pending={isPending}>
          {t('submit')}
        </SubmitButton>
      </div>
    </form>
  );
}
