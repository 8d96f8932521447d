'use client';

import { useTranslations } from 'next-intl';
import { SelectField, TextField } from '@/components/ui/field';
import { HOLD_GROUNDS } from '@/lib/clearance/reasons';
import { useActError } from './act-errors';
import { NoteField, OptionField } from './act-fields';
import type { DeskSubject } from './desk-subject';

/** A hold of customs' own: its ground; its goods and time where it has any. */
export function HoldFields({ subject }: { subject: DeskSubject }) {
  const t = useTranslations('consignment.act');
  return (
    <>
      <OptionField name="ground" label={t('ground')} codes={HOLD_GROUNDS} group="holdGround" />
      <NoteField label={t('note')} />
      <details className="text-sm">
        <summary className="text-muted">{t('scope')}</summary>
        <div className="flex flex-col gap-3 pt-2">
          <ItemsField subject={subject} />
          <TextField
            id="act-dueAt"
            name="dueAt"
            type="datetime-local"
            label={t('holdDue')}
            error={useActError('act-dueAt')}
            optional
          />
        </div>
      </details>
    </>
  );
}

/** A hold for an agency: which, on what ground, and what it is asked about which goods. */
export function AgencyFields({ subject }: { subject: DeskSubject }) {
  const t = useTranslations('consignment.act');
  return (
    <>
      <SelectField
        id="act-agencyId"
        name="agencyId"
        label={t('agency')}
        error={useActError('act-agencyId')}
        prompt={t('choose')}
        required
        options={subject.agencies.map(({ id, name, isCompetent }) => ({
          value: id,
          label: isCompetent ? t('agencyCompetent', { name }) : name,
          isData: !isCompetent,
        }))}
      />
      <OptionField name="ground" label={t('ground')} codes={HOLD_GROUNDS} group="holdGround" />
      <NoteField label={t('agencyQuestion')} hint={t('agencyQuestionHint')} isRequired />
      <ItemsField subject={subject} />
    </>
  );
}

/** Some of the goods; where there is one item there is no choice. */
function ItemsField({ subject }: { subject: DeskSubject }) {
  const t = useTranslations('consignment.act');
  const error = useActError('act-itemNumbers');
  if (subject.items.length < 2) return null;
  return (
    <TextField
      id="act-itemNumbers"
      name="itemNumbers"
      label={t('holdItems')}
      hint={t('holdItemsHint')}
      error={error}
      maxLength={200}
      optional
    />
  );
}
