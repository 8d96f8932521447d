'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { RadioField } from '@/components/ui/choice-field';
import { TextField } from '@/components/ui/field';
import { formatInstant } from '@/components/ui/format';
import { answerDueAt } from '@/lib/clearance/answer-due';
import { holdAction, referAction } from '../actions';
import { useActError } from './act-errors';
import { ActForm } from './act-form';
import { AskFields } from './ask-fields';
import type { FormProps } from './desk-form';
import { AgencyFields, HoldFields } from './hold-fields';

type Way = 'hold' | 'agency' | 'ask';

/** The text of a `datetime-local` control, read and written in UTC like every time on the screen. */
const inUtc = (at: Date) => at.toISOString().slice(0, 16);

/** Holds the consignment, for another agency too, or puts a question to the partner: three ways to wait. */
export function HoldOrAskForm({ subject, acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.act');
  const [way, setWay] = useState<Way>('hold');
  const canAsk = subject.status === 'selected';
  const send = (form: FormData) => {
    form.delete('way');
    form.delete('noQuestionCode');
    const due = String(form.get('dueAt') ?? '').slice(0, 16);
    if (due) form.set('dueAt', `${due}:00Z`);
    else form.delete('dueAt');
    if (way === 'ask') return acts.act(referAction, form, { done: 'refer', endsWork: true });
    const numbers = String(form.get('itemNumbers') ?? '').split(/[\s,;]+/);
    form.delete('itemNumbers');
    for (const number of numbers.filter(Boolean)) form.append('itemNumbers', number);
    acts.act(holdAction, form, { done: 'hold' });
  };
  return (
    <ActForm
      submit={t(way === 'ask' ? 'ask' : 'placeHold')}
      onSubmit={send}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
    >
      <RadioField
        name="way"
        legend={t('way')}
        defaultValue="hold"
        onChange={(chosen) => setWay(chosen as Way)}
        options={[
          { value: 'hold', label: t('wayHold') },
          { value: 'agency', label: t('wayAgency'), hint: t('wayAgencyHint') },
          { value: 'ask', label: t('wayAsk'), hint: t('wayAskHint'), disabled: !canAsk },
        ]}
      />
      {way === 'hold' ? <HoldFields subject={subject} /> : null}
      {way === 'agency' ? <AgencyFields subject={subject} /> : null}
      {way === 'ask' ? <AskFields /> : null}
      {way === 'hold' ? null : <DueField answerMinutes={subject.answerMinutes} actByAt={subject.actByAt} />}
    </ActForm>
  );
}

type DueFieldProps = Pick<FormProps['subject'], 'answerMinutes' | 'actByAt'>;

/**
 * By when the partner has to answer: as the policy gives, but before the time to act ends, since an answer that comes later helps
 * nobody to decide in time. A later hour may be chosen, and is said to be one.
 */
function DueField({ answerMinutes, actByAt }: DueFieldProps) {
  const t = useTranslations('consignment.act');
  const locale = useLocale();
  const [due, setDue] = useState(() => inUtc(answerDueAt(new Date(), answerMinutes, new Date(actByAt))));
  const end = inUtc(new Date(actByAt));
  const [isCut] = useState(() => due === end);
  const values = { hours: Math.round(answerMinutes / 60), time: formatInstant(locale, new Date(actByAt), 'datetime') };
  return (
    <TextField
      id="act-dueAt"
      name="dueAt"
      type="datetime-local"
      label={t('due')}
      hint={t(due > end ? 'dueLate' : isCut ? 'dueBefore' : 'dueHint', values)}
      error={useActError('act-dueAt')}
      value={due}
      onChange={(event) => setDue(event.currentTarget.value)}
      required
    />
  );
}
