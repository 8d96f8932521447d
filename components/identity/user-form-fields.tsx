'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/field';
import { ROLES } from '@/lib/identity/roles';

export type Named = { readonly id: string; readonly name: string };

type UserFormFieldsProps = {
  partners: readonly Named[];
  offices: readonly Named[];
  chosen: { role: string; partnerId: string | null; officeIds: readonly string[] };
  errorOf: (field: string) => string | undefined;
};

/** What an account may be and where: the fields that the new and the changed account share. */
export function UserFormFields({ partners, offices, chosen, errorOf }: UserFormFieldsProps) {
  const t = useTranslations('admin.user');
  const role = useTranslations('identity.role');
  return (
    <>
      <SelectField
        name="role"
        label={t('role')}
        defaultValue={chosen.role}
        error={errorOf('role')}
        options={ROLES.map((value) => ({ value, label: role(value) }))}
      />
      <SelectField
        name="partnerId"
        label={t('partner')}
        hint={t('partnerHint')}
        prompt={t('noPartner')}
        defaultValue={chosen.partnerId ?? ''}
        error={errorOf('partnerId')}
        options={partners.map(({ id, name }) => ({ value: id, label: name, isData: true }))}
        optional
      />
      <fieldset className="flex flex-col gap-1" aria-describedby="offices-hint">
        <legend className="font-medium text-sm">{t('offices')}</legend>
        <p id="offices-hint" className="text-muted text-xs">
          {t('officesHint')}
        </p>
        <div className="grid max-h-64 gap-x-4 overflow-y-auto rounded-md border border-line p-2 sm:grid-cols-2">
          {offices.map(({ id, name }) => (
            <label key={id} className="flex min-h-target items-center gap-2 text-sm">
              <input type="checkbox" name="officeIds" value={id} defaultChecked={chosen.officeIds.includes(id)} />
              <span translate="no">
                {name} <span className="text-muted text-xs">{id}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}
