'use client';

import { useId } from 'react';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionState } from './action-state';
import { Outcome, useFieldError } from './outcome';
import { useKeptForm } from './use-kept-form';

type AcknowledgeFormProps = {
  /** Takes `id` under the name given, and `note`. */
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
  idName: string;
  id: string;
  /** Of the note, of the button, and of the button to who does not see what it stands beside. */
  labels: { readonly note: string; readonly submit: string; readonly submitOf: string };
  isNoteRequired?: boolean;
};

/** Says of one thing in a list that one knows of it, with what is known, beside what it is about. */
export function AcknowledgeForm({ action, idName, id, labels, isNoteRequired = false }: AcknowledgeFormProps) {
  const noteId = useId();
  const { state, isPending, form } = useKeptForm(action);
  const errorOf = useFieldError(state);
  return (
    <form
      {...form}
      className="flex flex-wrap items-end gap-2 pt-1 lg:w-104 lg:shrink-0 lg:flex-nowrap lg:pt-0"
      noValidate
      data-print="hide"
    >
      <Outcome state={state} labels={{ note: labels.note }} ids={{ note: noteId }} />
      <input type="hidden" name={idName} value={id} />
      <TextField
        name="note"
        id={noteId}
        label={labels.note}
        error={errorOf('note')}
        maxLength={500}
        autoComplete="off"
        required={isNoteRequired}
        optional={!isNoteRequired}
        className="w-full max-w-96"
      />
      <SubmitButton pending={isPending}>
        <span aria-hidden="true">{labels.submit}</span>
        <span className="sr-only">{labels.submitOf}</span>
      </SubmitButton>
    </form>
  );
}
