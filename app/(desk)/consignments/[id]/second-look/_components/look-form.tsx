'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { RadioField } from '@/components/ui/choice-field';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { LOOK_ANSWERS, LOOK_REASONS, type LookAnswer } from '@/lib/clearance/second-look';
import { answerLookAction } from '../actions';

type LookFormProps = { consignmentId: string; lookId: string; until: string };

/** What the officer would have done and why. Nothing is chosen beforehand. */
export function LookForm({ consignmentId, lookId, until }: LookFormProps) {
  const t = useTranslations('secondLook');
  const { state, isPending, form } = useKeptForm(answerLookAction);
  const [answer, setAnswer] = useState<LookAnswer | null>(null);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const errorOf = useFieldError(state);
  const pick = (value: string) => {
    setAnswer(value as LookAnswer);
    setReason('');
  };
  return (
    <Panel title={t('page.form')} description={t('page.until', { at: new Date(until) })}>
      <form {...form} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={{ answer: t('page.answer'), reason: t('page.reason'), note: t('page.note') }} />
        <input type="hidden" name="consignmentId" value={consignmentId} />
        <input type="hidden" name="lookId" value={lookId} />
        <RadioField
          name="answer"
          legend={t('page.answer')}
          error={errorOf('answer')}
          options={LOOK_ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }))}
          onChange={pick}
        />
        {answer && answer !== 'no_view' ? (
          <ReasonField key={answer} answer={answer} value={reason} onPick={setReason} error={errorOf('reason')} />
        ) : null}
        <TextAreaField
          name="note"
          label={t(answer === 'no_view' ? 'page.noViewNote' : 'page.note')}
          error={errorOf('note')}
          optional={answer !== 'no_view'}
          maxLength={2000}
          rows={3}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <div>
          <Button type="submit" variant="primary" pending={isPending}>
            {t('page.submit')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

type ReasonFieldProps = {
  answer: Exclude<LookAnswer, 'no_view'>;
  value: string;
  onPick: (code: string) => void;
  error: string | undefined;
};

/** The reason, of those the answer has. */
function ReasonField({ answer, value, onPick, error }: ReasonFieldProps) {
  const t = useTranslations('secondLook.page');
  const tClearance = useTranslations('clearance');
  const { group } = LOOK_REASONS[answer];
  const codes: readonly string[] = LOOK_REASONS[answer].codes;
  const label = answer === 'examine' || answer === 'refer' ? t(`reasonFor.${answer}`) : t('reason');
  return (
    <SelectField
      name="reason"
      label={label}
      prompt={t('choose')}
      error={error}
      value={value}
      onChange={({ target }) => onPick(target.value)}
      options={codes.map((code) => ({ value: code, label: tClearance(`${group}.${code}`) }))}
    />
  );
}
