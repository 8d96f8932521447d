'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import {
  CORRECTION_FIELDS,
  type CorrectionField,
  RESULT_CODES,
  RESULT_RULES,
  type ResultCode,
} from '@/lib/clearance/results';
import { recordResultAction } from '../actions';
import { NoteField, OptionField } from './act-fields';
import { ActForm } from './act-form';
import { type CorrectionRow, CorrectionRows } from './correction-rows';
import type { FormProps } from './desk-form';

const isResultCode = (text: string): text is ResultCode => (RESULT_CODES as readonly string[]).includes(text);
const isCorrectionField = (text: string): text is CorrectionField =>
  (CORRECTION_FIELDS as readonly string[]).includes(text);

/** What the examination found. A result that needs a correction opens its row at once, the declared value beside it. */
export function ResultForm({ subject, acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.result');
  const tClearance = useTranslations('clearance');
  const [code, setCode] = useState<ResultCode | null>(null);
  const [rows, setRows] = useState<readonly CorrectionRow[]>([]);
  const examination = subject.orderedExamination;
  if (!examination) return null;
  const [first] = subject.items;
  const rule = code ? RESULT_RULES[code].corrects : 'none';
  const pick = (text: string) => {
    const picked = isResultCode(text) ? text : null;
    setCode(picked);
    const needs = picked ? RESULT_RULES[picked].corrects : 'none';
    if (needs === 'none') setRows([]);
    else if (needs === 'any' || isCorrectionField(needs)) {
      const field = needs === 'any' ? 'value' : needs;
      setRows([{ key: 0, itemNumber: first?.itemNumber ?? 1, field, corrected: '' }]);
    }
  };
  const record = (_: ActionState<{ consignmentId: string; rowVersion: number }>, form: FormData) =>
    recordResultAction(IDLE, {
      consignmentId: subject.consignmentId,
      rowVersion: subject.rowVersion,
      examinationId: examination.examinationId,
      resultCode: code ?? 'not_done',
      finding: String(form.get('finding') ?? ''),
      corrections: rows
        .filter(({ corrected }) => corrected.trim() !== '')
        .map(({ itemNumber, field, corrected }) => ({ itemNumber, field, corrected: corrected.trim() })),
    });
  return (
    <ActForm
      submit={t('record')}
      onSubmit={(form) => acts.act(record, form, { done: 'result' })}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
      beside={['resultCode', 'finding', ...rows.map((_, index) => `corrections.${index}`)]}
    >
      <p className="text-sm">
        <span className="font-semibold">{tClearance(`examinationKind.${examination.kind}`)}</span>
        {examination.instruction ? <bdi translate="no"> · {examination.instruction}</bdi> : null}
      </p>
      <OptionField name="resultCode" label={t('code')} codes={RESULT_CODES} group="result" onPick={pick} />
      {rule === 'none' ? null : <CorrectionRows items={subject.items} rows={rows} onChange={setRows} />}
      <NoteField
        name="finding"
        label={t('finding')}
        hint={code === 'conform' ? undefined : t('findingHint')}
        isRequired={code !== null && code !== 'conform'}
      />
    </ActForm>
  );
}
