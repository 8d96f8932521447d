'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { SelectField, TextField } from '@/components/ui/field';
import { AUDIT_DUE_DAYS_MAX, AUDIT_DUE_DAYS_MIN } from '@/lib/clearance/decide-referral';
import { AUDIT_RESULTS, type AuditResult } from '@/lib/clearance/post-audit';
import { QUESTIONS, type QuestionCode } from '@/lib/clearance/questions';
import { DAY_MS } from '@/lib/kernel/dates';
import { askForAuditAction, recordAuditAction, selectForAuditAction } from '../audit/actions';
import { useActError } from './act-errors';
import { NoteField, OptionField } from './act-fields';
import { ActForm } from './act-form';
import { CorrectionRows } from './correction-rows';
import { useCorrections } from './correction-state';
import type { FormProps } from './desk-form';

export type AuditMode = 'select' | 'ask' | 'record';
type OfAudit = FormProps & { auditId: string };

/** Why this one is audited. */
export function SelectForAuditForm({ acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.audit');
  return (
    <ActForm
      submit={t('select')}
      onSubmit={(form) => acts.act(selectForAuditAction, form, { done: 'auditSelected' })}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
      beside={['reason']}
    >
      <NoteField name="reason" label={t('reason')} hint={t('reasonHint')} isRequired />
    </ActForm>
  );
}

/** The end of the day on which the shortest time is over, so that it is no shorter when the form is sent. */
const soonest = (now: number) => new Date(now + (AUDIT_DUE_DAYS_MIN + 1) * DAY_MS).toISOString().slice(0, 10);

/** Which papers the partner is to send, and by when. */
export function AskForAuditForm({ acts, onCancel, auditId }: OfAudit) {
  const t = useTranslations('consignment.audit');
  const tClearance = useTranslations('clearance');
  const [code, setCode] = useState<QuestionCode | ''>('');
  const [due] = useState(() => `${soonest(Date.now())}T00:00`);
  const send = (form: FormData) => {
    form.set('auditId', auditId);
    form.delete('noQuestionCode');
    form.set('dueAt', `${String(form.get('dueAt') ?? '').slice(0, 16)}:00Z`);
    acts.act(askForAuditAction, form, { done: 'auditAsked' });
  };
  return (
    <ActForm
      submit={t('ask')}
      onSubmit={send}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
      beside={['questionCode', 'question', 'dueAt']}
    >
      <PaperField code={code} onPick={setCode} />
      {code ? (
        <blockquote className="border-line-strong border-l-2 pl-2 text-sm" translate="no">
          {tClearance(`questionText.${code}`)}
        </blockquote>
      ) : null}
      <NoteField name="question" label={t(code ? 'more' : 'words')} isRequired={code === ''} />
      <DueField due={due} />
    </ActForm>
  );
}

function PaperField({ code, onPick }: { code: QuestionCode | ''; onPick: (code: QuestionCode | '') => void }) {
  const t = useTranslations('consignment.audit');
  const tClearance = useTranslations('clearance');
  return (
    <SelectField
      id="act-questionCode"
      name={code ? 'questionCode' : 'noQuestionCode'}
      label={t('question')}
      prompt={t('ownWords')}
      value={code}
      error={useActError('act-questionCode')}
      onChange={(event) => onPick(event.currentTarget.value as QuestionCode | '')}
      options={QUESTIONS.documents.map((value) => ({ value, label: tClearance(`questionTitle.${value}`) }))}
    />
  );
}

function DueField({ due }: { due: string }) {
  const t = useTranslations('consignment.audit');
  return (
    <TextField
      id="act-dueAt"
      name="dueAt"
      type="datetime-local"
      label={t('due')}
      hint={t('dueHint', { days: AUDIT_DUE_DAYS_MIN, most: AUDIT_DUE_DAYS_MAX })}
      error={useActError('act-dueAt')}
      defaultValue={due}
      required
    />
  );
}

/** What the papers show, declared and corrected values side by side. */
export function RecordAuditForm({ subject, acts, onCancel, auditId }: OfAudit) {
  const t = useTranslations('consignment.audit');
  const found = useCorrections(subject.items[0]?.itemNumber ?? 1);
  const record = (_: ActionState<{ consignmentId: string; rowVersion: number }>, form: FormData) =>
    recordAuditAction(IDLE, {
      consignmentId: subject.consignmentId,
      rowVersion: subject.rowVersion,
      auditId,
      resultCode: (found.code ?? 'not_done') as AuditResult,
      finding: String(form.get('finding') ?? ''),
      corrections: found.corrections,
    });
  return (
    <ActForm
      submit={t('record')}
      onSubmit={(form) => acts.act(record, form, { done: 'auditRecorded' })}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
      beside={found.beside}
    >
      <OptionField name="resultCode" label={t('code')} codes={AUDIT_RESULTS} group="result" onPick={found.pick} />
      {found.isCorrecting ? <CorrectionRows items={subject.items} rows={found.rows} onChange={found.setRows} /> : null}
      <NoteField
        name="finding"
        label={t('finding')}
        hint={found.code === 'conform' ? undefined : t('findingHint')}
        isRequired={found.code !== null && found.code !== 'conform'}
      />
    </ActForm>
  );
}
