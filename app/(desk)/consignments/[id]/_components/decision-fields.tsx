'use client';

import { useTranslations } from 'next-intl';
import { RadioField } from '@/components/ui/choice-field';
import { groundsOf } from '@/lib/clearance/grounds';
import { EXAMINATION_KINDS } from '@/lib/clearance/reasons';
import { outcomeOf } from '@/lib/clearance/results';
import { NoteField, OptionField } from './act-fields';
import type { DeskSubject } from './desk-subject';

const KINDS = ['release_with_correction', 'release'] as const;

/** Ground and note of a release; with a correction or a stated duty on record, whether the corrected charges are settled. */
export function ReleaseFields({ subject, onKind }: { subject: DeskSubject; onKind: (kind: string) => void }) {
  const t = useTranslations('consignment.act');
  const tClearance = useTranslations('clearance');
  const { isCorrectable } = subject;
  const { hasStatedDuty } = subject.facts;
  const { lane, lastResult } = subject.facts;
  const isUnexamined = lane === 'red' && (lastResult === null || outcomeOf(lastResult) === 'not_done');
  const fitting = groundsOf('release').filter(
    (ground) =>
      (ground !== 'correction_settled' || isCorrectable) &&
      (ground !== 'examination_conform' || subject.examinationOutcome === 'conform'),
  );
  return (
    <>
      <OptionField name="ground" label={t('ground')} codes={fitting} group="ground" />
      {isCorrectable ? (
        <RadioField
          id="act-kind"
          name="kind"
          legend={t('kind')}
          defaultValue="release_with_correction"
          onChange={onKind}
          options={(hasStatedDuty ? KINDS.slice(0, 1) : KINDS).map((value) => ({
            value,
            label: tClearance(`decisionKind.${value}`),
          }))}
        />
      ) : null}
      <NoteField label={t('note')} hint={isUnexamined ? t('noteUnexamined') : undefined} isRequired={isUnexamined} />
    </>
  );
}

/** Which control, the planned one unless the officer wants another, and what to look for. */
export function ExamineFields({ subject }: { subject: DeskSubject }) {
  const t = useTranslations('consignment.act');
  return (
    <>
      <OptionField
        name="kind"
        label={t('examinationKind')}
        codes={EXAMINATION_KINDS}
        group="examinationKind"
        defaultValue={subject.plannedControl ?? undefined}
        hint={subject.plannedControl ? t('examinationPlanned') : undefined}
      />
      <NoteField name="instruction" label={t('instruction')} hint={t('instructionHint')} />
    </>
  );
}
