'use client';

import { useTranslations } from 'next-intl';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { RESULT_CODES } from '@/lib/clearance/results';
import { recordResultAction } from '../actions';
import { NoteField, OptionField } from './act-fields';
import { ActForm } from './act-form';
import { CorrectionRows } from './correction-rows';
import { useCorrections } from './correction-state';
import type { FormProps } from './desk-form';

/** What the examination found. A result that needs a correction opens its row at once, the declared value beside it. */
export function ResultForm({ subject, acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.result');
  const tClearance = useTranslations('clearance');
  const found = useCorrections(subject.items[0]?.itemNumber ?? 1);
  const examination = subject.orderedExamination;
  if (!examination) return null;
  const record = (_: ActionState<{ consignmentId: string; rowVersion: number }>, form: FormData) =>
    recordResultAction(IDLE, {
      consignmentId: subject.consignmentId,
      rowVersion: subject.rowVersion,
      examinationId: examination.examinationId,
      resultCode: found.code ?? 'not_done',
      finding: String(form.get('finding') ?? ''),
      corrections: found.corrections,
    });
  return (
    <ActForm
      submit={t('record')}
      onSubmit={(form) => acts.act(record, form, { done: 'result' })}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
      beside={found.beside}
    >
      <p className="text-sm">
        <span className="font-semibold">{tClearance(`examinationKind.${examination.kind}`)}</span>
        {examination.instruction ? <bdi translate="no"> · {examination.instruction}</bdi> : null}
      </p>
      <OptionField name="resultCode" label={t('code')} codes={RESULT_CODES} group="result" onPick={found.pick} />
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
