'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RadioField } from '@/components/ui/choice-field';
import { TextField } from '@/components/ui/field';
import { HOLD_GROUNDS, REFERRAL_TYPES } from '@/lib/clearance/reasons';
import { holdAction, referAction } from '../actions';
import { useActError } from './act-errors';
import { NoteField, OptionField } from './act-fields';
import { ActForm } from './act-form';
import type { FormProps } from './desk-form';

const MINUTE_MS = 60_000;
/** The text of a `datetime-local` control, read and written in UTC like every time on the screen. */
const inUtc = (at: Date) => at.toISOString().slice(0, 16);

/** Holds the consignment, or puts a question to the partner: two ways to wait. */
export function HoldOrAskForm({ subject, acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.act');
  const [way, setWay] = useState('hold');
  const [due] = useState(() => inUtc(new Date(Date.now() + subject.answerMinutes * MINUTE_MS)));
  const canAsk = subject.status === 'selected';
  const send = (form: FormData) => {
    form.delete('way');
    if (way === 'hold') return acts.act(holdAction, form, { done: 'hold' });
    form.set('dueAt', `${String(form.get('dueAt')).slice(0, 16)}:00Z`);
    acts.act(referAction, form, { done: 'refer', endsWork: true });
  };
  return (
    <ActForm
      submit={t(way === 'hold' ? 'placeHold' : 'ask')}
      onSubmit={send}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
    >
      <RadioField
        name="way"
        legend={t('way')}
        defaultValue="hold"
        onChange={setWay}
        options={[
          { value: 'hold', label: t('wayHold') },
          { value: 'ask', label: t('wayAsk'), hint: t('wayAskHint'), disabled: !canAsk },
        ]}
      />
      {way === 'hold' ? (
        <>
          <OptionField name="ground" label={t('ground')} codes={HOLD_GROUNDS} group="holdGround" />
          <NoteField label={t('note')} />
        </>
      ) : (
        <>
          <OptionField name="type" label={t('questionType')} codes={REFERRAL_TYPES} group="referralType" />
          <NoteField name="question" label={t('question')} isRequired />
          <DueField hours={Math.round(subject.answerMinutes / 60)} due={due} />
        </>
      )}
    </ActForm>
  );
}

/** By when the partner has to answer. */
function DueField({ hours, due }: { hours: number; due: string }) {
  const t = useTranslations('consignment.act');
  return (
    <TextField
      id="act-dueAt"
      name="dueAt"
      type="datetime-local"
      label={t('due')}
      hint={t('dueHint', { hours })}
      error={useActError('act-dueAt')}
      defaultValue={due}
      required
    />
  );
}
