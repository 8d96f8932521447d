'use client';

import { useTranslations } from 'next-intl';
import { CheckboxField } from '@/components/ui/choice-field';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { CAVEATS, HANDLINGS } from '@/lib/cooperation/handling';

/** Under which terms a package goes: its purpose, handling code, conditions of use and last day. */
export function TermsFields({ errorOf }: { errorOf: (field: string) => string | undefined }) {
  const t = useTranslations('cooperation');
  return (
    <>
      <TextAreaField
        name="purpose"
        label={t('prepare.purpose')}
        error={errorOf('purpose')}
        rows={2}
        maxLength={500}
        required
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          name="handling"
          label={t('prepare.handling')}
          hint={t('prepare.handlingHint')}
          error={errorOf('handling')}
          defaultValue="amber"
          options={HANDLINGS.map((value) => ({
            value,
            label: t('prepare.handlingOption', { code: t(`handling.${value}`), text: t(`handlingText.${value}`) }),
          }))}
        />
        <TextField name="expiresOn" type="date" label={t('prepare.expiresOn')} error={errorOf('expiresOn')} required />
      </div>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium text-sm">{t('prepare.caveats')}</legend>
        {CAVEATS.map((value) => (
          <CheckboxField
            key={value}
            id={`caveats-${value}`}
            name="caveats"
            value={value}
            label={t(`caveat.${value}`)}
            defaultChecked={value === 'customs_only'}
          />
        ))}
      </fieldset>
    </>
  );
}
