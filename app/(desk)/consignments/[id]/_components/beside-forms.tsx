'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '@/components/ui/field';
import { assignAction, commentAction } from '../beside/actions';
import { useActError } from './act-errors';
import { NoteField } from './act-fields';
import { ActForm } from './act-form';
import type { FormProps } from './desk-form';

/** Words for colleagues on the timeline; they decide nothing. */
export function CommentForm({ acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.act');
  return (
    <ActForm
      submit={t('verb.comment')}
      onSubmit={(form) => acts.act(commentAction, form, { done: 'comment', seen: 'none' })}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
      beside={['words']}
    >
      <NoteField name="words" label={t('comment')} hint={t('commentHint')} isRequired />
    </ActForm>
  );
}

/** Gives the consignment to an officer of its office, whoever holds it. */
export function AssignForm({ subject, acts, onCancel }: FormProps) {
  const t = useTranslations('consignment.act');
  const options = [
    ...(subject.claimedByName ? [{ value: 'queue', label: t('assignQueue') }] : []),
    ...subject.officers.map(({ userId, name }) => ({ value: userId, label: name, isData: true })),
  ];
  const send = (form: FormData) => {
    const to = String(form.get('toUserId') ?? '');
    if (to === 'queue') form.delete('toUserId');
    acts.act(assignAction, form, { done: 'assign', endsWork: false });
  };
  return (
    <ActForm
      submit={t('verb.assign')}
      onSubmit={send}
      onCancel={onCancel}
      pending={acts.isPending}
      refused={acts.refused}
      beside={['toUserId', 'note']}
    >
      <SelectField
        id="act-toUserId"
        name="toUserId"
        label={t('assignTo')}
        prompt={t('choose')}
        error={useActError('act-toUserId')}
        required
        options={options}
      />
      <NoteField label={t('laterReason')} hint={t('assignHint')} isRequired />
    </ActForm>
  );
}
