'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/field';
import { ROLES } from '@/lib/identity/roles';
import { type Named, OfficeChoice } from './office-choice';

export type { Named };

type UserFormFieldsProps = {
  partners: readonly Named[];
  agencies: readonly Named[];
  offices: readonly Named[];
  chosen: { role: string; partnerId: string | null; agencyId: string | null; officeIds: readonly string[] };
  errorOf: (field: string) => string | undefined;
};

/** What an account may be and where: the fields that the new and the changed account share. */
export function UserFormFields({ partners, agencies, offices, chosen, errorOf }: UserFormFieldsProps) {
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
      <SelectField
        name="agencyId"
        label={t('agency')}
        hint={t('agencyHint')}
        prompt={t('noAgency')}
        defaultValue={chosen.agencyId ?? ''}
        error={errorOf('agencyId')}
        options={agencies.map(({ id, name }) => ({ value: id, label: name, isData: true }))}
        optional
      />
      <OfficeChoice offices={offices} chosen={chosen.officeIds} />
    </>
  );
}
