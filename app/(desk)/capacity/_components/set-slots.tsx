'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { setCapacityAction } from '../actions';

type SetSlotsProps = {
  fields: Readonly<Record<'officeId' | 'day' | 'scope' | 'revision' | 'documents' | 'nii' | 'physical', string>>;
  scopeText: string;
};

/** Sets the slots that were looked at, with a reason. */
export function SetSlots({ fields, scopeText }: SetSlotsProps) {
  const t = useTranslations('capacity.change');
  const count = (text: string) => text || t('unlimited');
  return (
    <ReasonDialog
      trigger={<Button variant="primary">{t('set')}</Button>}
      title={t('setTitle')}
      description={t('setText', {
        documents: count(fields.documents),
        nii: count(fields.nii),
        physical: count(fields.physical),
        scope: scopeText,
      })}
      submit={t('set')}
      done={t('done')}
      action={setCapacityAction}
      fields={fields}
    />
  );
}
