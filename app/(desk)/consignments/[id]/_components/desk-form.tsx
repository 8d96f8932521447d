'use client';

import { useTranslations } from 'next-intl';
import { answerAction, examineAction, liftAction } from '../actions';
import { withdrawReferralAction } from '../referrals/actions';
import { NoteField } from './act-fields';
import { ActForm } from './act-form';
import { AssignForm, CommentForm } from './beside-forms';
import { ExamineFields } from './decision-fields';
import type { DeskSubject } from './desk-subject';
import { DutyForm } from './duty-form';
import { HoldOrAskForm } from './hold-or-ask-form';
import { SkipForm, SnoozeForm, TransferForm } from './later-forms';
import { LiftFields } from './lift-fields';
import { OutcomeForm } from './outcome-form';
import { ReleaseForm } from './release-form';
import { ResultForm } from './result-form';
import { SecondForm } from './second-form';
import type { Acts } from './use-acts';
import { type Mode, outcomesOf } from './verbs';

export type FormProps = { subject: DeskSubject; acts: Acts; onCancel: () => void };

/** The form of one act. */
export function DeskForm({ mode, ...props }: FormProps & { mode: Mode }) {
  const t = useTranslations('consignment.act');
  const { subject, acts, onCancel } = props;
  const [act, id = ''] = mode.split(':');
  const common = { onCancel, pending: acts.isPending, refused: acts.refused };
  switch (act) {
    case 'release':
      return <ReleaseForm {...props} />;
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
      return <OutcomeForm {...props} kinds={[{ kind: 'seize', reasons: [] }]} />;
    case 'outcome':
      return <OutcomeForm {...props} kinds={outcomesOf(subject)} />;
    case 'snooze':
      return <SnoozeForm {...props} />;
    case 'skip':
      return <SkipForm {...props} />;
    case 'transfer':
      return <TransferForm {...props} />;
    case 'comment':
      return <CommentForm {...props} />;
    case 'assign':
      return <AssignForm {...props} />;
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
    case 'withdraw':
      return (
        <ActForm
          {...common}
          submit={t('withdrawReferral')}
          onSubmit={(form) => {
            form.set('referralId', id);
            acts.act(withdrawReferralAction, form, { done: 'withdrawReferral' });
          }}
        >
          <Question text={subject.openReferrals.find(({ referralId }) => referralId === id)?.question} />
          <NoteField label={t('withdrawReason')} hint={t('withdrawReasonHint')} isRequired />
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
          <Question text={subject.openReferrals.find(({ referralId }) => referralId === id)?.question} />
          <NoteField name="answer" label={t('answerText')} isRequired />
        </ActForm>
      );
  }
}

/** The question an act is about. */
function Question({ text }: { text: string | undefined }) {
  return (
    <blockquote className="whitespace-pre-line border-line-strong border-l-2 pl-2 text-sm">
      <bdi translate="no">{text}</bdi>
    </blockquote>
  );
}
