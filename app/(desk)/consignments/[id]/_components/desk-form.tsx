'use client';

import { useTranslations } from 'next-intl';
import { SEIZURE_CITATIONS, SEIZURE_GROUNDS } from '@/lib/clearance/reasons';
import { answerAction, examineAction, liftAction, releaseAction, seizeAction } from '../actions';
import { NoteField, OptionField } from './act-fields';
import { ActForm } from './act-form';
import { ExamineFields, ReleaseFields } from './decision-fields';
import type { DeskSubject } from './desk-subject';
import { DutyForm } from './duty-form';
import { HoldOrAskForm } from './hold-or-ask-form';
import { LiftFields } from './lift-fields';
import { SkipForm, SnoozeForm } from './later-forms';
import { ResultForm } from './result-form';
import { SecondForm } from './second-form';
import type { Acts } from './use-acts';
import type { Mode } from './verbs';

/** Fields of a release that show what stands against it themselves. */
const RELEASE_FIELDS = ['ground', 'note'];

export type FormProps = { subject: DeskSubject; acts: Acts; onCancel: () => void };

/** The form of one act. */
export function DeskForm({ mode, ...props }: FormProps & { mode: Mode }) {
  const t = useTranslations('consignment.act');
  const tClearance = useTranslations('clearance');
  const { subject, acts, onCancel } = props;
  const [act, id = ''] = mode.split(':');
  const common = { onCancel, pending: acts.isPending, refused: acts.refused };
  switch (act) {
    case 'release':
      return (
        <ActForm
          {...common}
          submit={t('verb.release')}
          beside={RELEASE_FIELDS}
          onSubmit={(form) => acts.act(releaseAction, form, { done: 'release', canUndo: true, endsWork: true })}
        >
          <ReleaseFields subject={subject} />
        </ActForm>
      );
    case 'hold':
      return <HoldOrAskForm {...props} />;
    case 'examine':
      return (
        <ActForm
          {...common}
          submit={t('verb.examine')}
          onSubmit={(form) => acts.act(examineAction, form, { done: 'examine', endsWork: true })}
        >
          <ExamineFields subject={subject} />
        </ActForm>
      );
    case 'result':
      return <ResultForm {...props} />;
    case 'seize':
      return (
        <ActForm
          {...common}
          isDangerous
          submit={t('propose')}
          onSubmit={(form) => acts.act(seizeAction, form, { done: 'seize', canUndo: true, endsWork: true })}
        >
          <p className="text-muted text-sm">
            {t(subject.examinationOutcome === 'finding' ? 'seizeText' : 'seizeNeedsFinding')}
          </p>
          <OptionField name="ground" label={t('ground')} codes={SEIZURE_GROUNDS} group="seizureGround" />
          <details className="text-muted text-xs">
            <summary>{t('provisions')}</summary>
            <ul className="list-disc pl-4">
              {SEIZURE_GROUNDS.map((ground) => (
                <li key={ground}>
                  {tClearance(`seizureGround.${ground}`)}: <span translate="no">{SEIZURE_CITATIONS[ground]}</span>
                </li>
              ))}
            </ul>
          </details>
          <NoteField label={t('seizeNote')} isRequired />
        </ActForm>
      );
    case 'snooze':
      return <SnoozeForm {...props} />;
    case 'skip':
      return <SkipForm {...props} />;
    case 'second':
      return <SecondForm {...props} />;
    case 'duty':
      return <DutyForm {...props} itemNumber={Number(id)} />;
    case 'lift':
      return (
        <ActForm
          {...common}
          submit={t('lift')}
          onSubmit={(form) => {
            form.set('holdId', id);
            acts.act(liftAction, form, { done: 'lift' });
          }}
        >
          <LiftFields hold={subject.openHolds.find(({ holdId }) => holdId === id)} />
        </ActForm>
      );
    default:
      return (
        <ActForm
          {...common}
          submit={t('answer')}
          onSubmit={(form) => {
            form.set('referralId', id);
            acts.act(answerAction, form, { done: 'answer', seen: 'none' });
          }}
        >
          <blockquote className="border-line-strong border-l-2 pl-2 text-sm">
            <bdi translate="no">{subject.openReferrals.find(({ referralId }) => referralId === id)?.question}</bdi>
          </blockquote>
          <NoteField name="answer" label={t('answerText')} isRequired />
        </ActForm>
      );
  }
}
