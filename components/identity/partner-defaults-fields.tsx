'use client';

import { useTranslations } from 'next-intl';
import { SelectField, TextField } from '@/components/ui/field';
import { CHANNELS } from '@/lib/consignment/codes';
import { TRANSIT_DAYS_MAX } from '@/lib/identity/partner-kinds';
import type { Named } from './office-choice';

type PartnerDefaultsFieldsProps = {
  offices: readonly Named[];
  /** As a form sends them: empty where nothing is set. */
  chosen: { defaultOfficeId?: string; transitDays?: string; defaultChannel?: string };
  errorOf: (field: string) => string | undefined;
};

/** The names of the fields, for a summary of what is wrong with them. */
export function useDefaultLabels(): Record<'defaultOfficeId' | 'transitDays' | 'defaultChannel', string> {
  const t = useTranslations('admin.partner.defaults');
  return { defaultOfficeId: t('office'), transitDays: t('transitDays'), defaultChannel: t('channel') };
}

/** What messages of a partner mean where they name none: the fields that the new and the changed partner share. */
export function PartnerDefaultsFields({ offices, chosen, errorOf }: PartnerDefaultsFieldsProps) {
  const t = useTranslations('admin.partner.defaults');
  const channel = useTranslations('queue.channel');
  const labels = useDefaultLabels();
  return (
    <>
      {/* A list keeps its first choice when the form is shown again, unless it is made anew: hence the keys. */}
      <SelectField
        key={`office ${chosen.defaultOfficeId}`}
        name="defaultOfficeId"
        label={labels.defaultOfficeId}
        hint={t('officeHint')}
        prompt={t('none')}
        error={errorOf('defaultOfficeId')}
        defaultValue={chosen.defaultOfficeId ?? ''}
        options={offices.map(({ id, name }) => ({ value: id, label: `${name} (${id})`, isData: true }))}
        optional
      />
      <TextField
        name="transitDays"
        label={labels.transitDays}
        hint={t('transitDaysHint', { most: TRANSIT_DAYS_MAX })}
        error={errorOf('transitDays')}
        defaultValue={chosen.transitDays ?? ''}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        optional
      />
      <SelectField
        key={`channel ${chosen.defaultChannel}`}
        name="defaultChannel"
        label={labels.defaultChannel}
        hint={t('channelHint')}
        prompt={t('none')}
        error={errorOf('defaultChannel')}
        defaultValue={chosen.defaultChannel ?? ''}
        options={CHANNELS.map((value) => ({ value, label: channel(value) }))}
        optional
      />
    </>
  );
}
