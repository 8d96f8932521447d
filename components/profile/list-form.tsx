'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import type { Problem } from '@/lib/kernel/problem';
import { LISTED_KINDS } from '@/lib/profile/named-list';
import { useProblemText } from './use-problem-text';

type ListFormProps = {
  /** The list whose next edition is written, and the one its author looks at; null for a new list. */
  saved: { readonly key: string; readonly edition: number } | null;
  /** One a line. */
  entries: string;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Writes a list or its next edition, with the reason. */
export function ListForm({ saved, entries, action }: ListFormProps) {
  const t = useTranslations('profile.listOf');
  const tForms = useTranslations('forms');
  const toast = useToast();
  const [state, dispatch] = useActionState(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    const next = await action(previous, form);
    if (next.status === 'ok') toast.show({ title: t('form.saved'), tone: 'success' });
    return next;
  }, IDLE);
  const errorOf = useFieldError(state);
  const problemText = useProblemText();
  const problems = (state.status === 'invalid' && state.problems) || [];
  const lineText = (problem: Problem) =>
    t('form.atLine', { line: Number(problem.params?.line), text: problemText({ ...problem, pointer: '' }) });
  const wrongEntries = problems.filter(({ params }) => params?.line !== undefined).map(lineText);
  const typed = state.status === 'invalid' ? state.values : {};
  return (
    <form action={dispatch} className="flex max-w-3xl flex-col gap-3" noValidate>
      <Outcome
        state={state}
        told={(problem) =>
          problem.params?.line === undefined ? null : { fieldId: 'entries', message: lineText(problem) }
        }
        labels={{
          title: t('form.title'),
          kind: t('form.kind'),
          entries: t('form.entries'),
          reason: tForms('reason'),
        }}
      />
      {saved ? (
        <>
          <input type="hidden" name="key" value={saved.key} />
          <input type="hidden" name="edition" value={saved.edition} />
        </>
      ) : (
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            name="title"
            label={t('form.title')}
            hint={t('form.titleHint')}
            error={errorOf('title')}
            defaultValue={typed.title}
          />
          <SelectField
            name="kind"
            label={t('form.kind')}
            error={errorOf('kind')}
            defaultValue={typed.kind}
            options={LISTED_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </div>
      )}
      <TextAreaField
        name="entries"
        label={t('form.entries')}
        hint={t('form.entriesHint')}
        error={wrongEntries.length > 0 ? wrongEntries.join(' ') : errorOf('entries')}
        rows={8}
        defaultValue={typed.entries ?? entries}
      />
      <TextAreaField
        name="reason"
        label={tForms('reason')}
        hint={tForms('reasonHint')}
        error={errorOf('reason')}
        rows={2}
        maxLength={500}
        defaultValue={typed.reason ?? ''}
      />
      <div>
        <SubmitButton>{t(saved ? 'form.save' : 'form.create')}</SubmitButton>
      </div>
    </form>
  );
}
