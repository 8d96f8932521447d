'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { MEMORANDUM_SUBJECTS, type MemorandumSubject, SHARED_WITH } from '@/lib/partnership/memorandum';
import { type FormAction, FormDialog } from './form-dialog';

type Named = { readonly id: string; readonly name: string };
type EnterMemorandumProps = { partners: readonly Named[]; agencies: readonly Named[]; action: FormAction };

/** Enters a memorandum; what is shared says with whom it can be. */
export function EnterMemorandum({ partners, agencies, action }: EnterMemorandumProps) {
  const t = useTranslations('partnership.memoranda');
  const [subject, setSubject] = useState<MemorandumSubject>(MEMORANDUM_SUBJECTS[0]);
  const side = SHARED_WITH[subject];
  const options = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: id, label: name, isData: true }));
  return (
    <FormDialog
      label={t('enter')}
      isPrimary
      title={t('enter')}
      submit={t('submit')}
      done={t('entered')}
      action={action}
      labels={{
        title: t('name'),
        subject: t('subject'),
        partnerId: t('partner'),
        agencyId: t('agency'),
        legalBasis: t('legalBasis'),
        validFrom: t('validFrom'),
        validTo: t('validTo'),
      }}
      fields={(errorOf) => (
        <>
          <TextField name="title" label={t('name')} error={errorOf('title')} maxLength={200} required />
          <SelectField
            name="subject"
            label={t('subject')}
            error={errorOf('subject')}
            value={subject}
            onChange={({ target }) => setSubject(target.value as MemorandumSubject)}
            options={MEMORANDUM_SUBJECTS.map((value) => ({ value, label: t(`subjects.${value}`) }))}
          />
          {side === 'partner' ? (
            <SelectField
              key="partner"
              name="partnerId"
              label={t('partner')}
              error={errorOf('partnerId')}
              prompt={t('choose')}
              options={options(partners)}
            />
          ) : (
            <SelectField
              key="agency"
              name="agencyId"
              label={t('agency')}
              error={errorOf('agencyId')}
              prompt={t('choose')}
              options={options(agencies)}
            />
          )}
          <TextField name="legalBasis" label={t('legalBasis')} error={errorOf('legalBasis')} maxLength={300} required />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField name="validFrom" type="date" label={t('validFrom')} error={errorOf('validFrom')} required />
            <TextField name="validTo" type="date" label={t('validTo')} error={errorOf('validTo')} required />
          </div>
        </>
      )}
    />
  );
}

/** Ends a memorandum, with the reason. */
export function EndMemorandum({ id, title, action }: { id: string; title: string; action: FormAction }) {
  const t = useTranslations('partnership.memoranda');
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" aria-label={`${t('end')}: ${title}`}>
          {t('end')}
        </Button>
      }
      title={t('endTitle', { title })}
      description={t('endText')}
      submit={t('end')}
      done={t('ended')}
      action={action}
      fields={{ memorandumId: id }}
      isDanger
    />
  );
}
