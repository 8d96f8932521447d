'use client';

import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { type FormAction, FormDialog } from '@/components/partnership/form-dialog';
import { Button } from '@/components/ui/button';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { HELD_SUBJECTS } from '@/lib/privacy/codes';

type PlaceHoldProps = { consignmentId: string; reference: string; action: FormAction };

/** Says that a consignment, or everything of one of its parties, must not be erased. */
export function PlaceHold({ consignmentId, reference, action }: PlaceHoldProps) {
  const t = useTranslations('privacy.holds');
  return (
    <FormDialog
      label={t('place')}
      labelOf={reference}
      isSmall
      title={t('place')}
      description={t('placeText')}
      submit={t('place')}
      done={t('placed_done')}
      action={action}
      hidden={{ consignmentId }}
      labels={{ subject: t('subject'), reason: t('reason') }}
      fields={(errorOf) => (
        <>
          <SelectField
            name="subject"
            label={t('subject')}
            error={errorOf('subject')}
            options={HELD_SUBJECTS.map((value) => ({ value, label: t(`subjects.${value}`) }))}
          />
          <TextAreaField name="reason" label={t('reason')} error={errorOf('reason')} maxLength={500} required />
        </>
      )}
    />
  );
}

/** Lifts a legal hold that somebody else placed, with the reason. */
export function LiftHold({ holdId, reference, action }: { holdId: string; reference: string; action: FormAction }) {
  const t = useTranslations('privacy.holds');
  return (
    <ReasonDialog
      trigger={
        <Button size="sm" aria-label={`${t('lift')}: ${reference}`}>
          {t('lift')}
        </Button>
      }
      title={t('liftTitle', { reference })}
      description={t('liftText')}
      submit={t('lift')}
      done={t('liftDone')}
      action={action}
      fields={{ holdId }}
      isDanger
    />
  );
}
