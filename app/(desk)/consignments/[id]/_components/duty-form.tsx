'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/field';
import { stateDutyAction } from '../actions';
import { useActError } from './act-errors';
import { NoteField } from './act-fields';
import { ActForm } from './act-form';
import type { FormProps } from './desk-form';

/** The duty of an item that nobody could compute: what it comes to, and what it rests on. */
export function DutyForm({ subject, acts, onCancel, itemNumber }: FormProps & { itemNumber: number }) {
  const t = useTranslations('consignment.act');
  const { stated, proof } = subject.openDuties.find((one) => one.itemNumber === itemNumber) ?? {};
  return (
    <ActForm
      submit={t(stated ? 'changeDuty' : 'stateDuty')}
      onSubmit={(form) => {
        form.set('itemNumber', String(itemNumber));
        acts.act(stateDutyAction, form, { done: 'duty' });
      }}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
      beside={['amount', 'ground']}
    >
      <p className="text-muted text-sm">
        {proof ? t('dutyProofText', { item: itemNumber, proof }) : t('dutyText', { item: itemNumber })}
      </p>
      <AmountField currency={subject.currency} stated={stated?.amount} />
      <NoteField
        name="ground"
        label={t('dutyGround')}
        hint={t('dutyGroundHint')}
        isRequired
        defaultValue={stated?.ground}
      />
    </ActForm>
  );
}

function AmountField({ currency, stated }: { currency: string; stated: string | undefined }) {
  const t = useTranslations('consignment.act');
  const error = useActError('act-amount');
  return (
    <TextField
      id="act-amount"
      name="amount"
      label={t('dutyAmount', { currency })}
      error={error}
      defaultValue={stated}
      maxLength={20}
      required
      autoComplete="off"
      inputMode="decimal"
    />
  );
}
