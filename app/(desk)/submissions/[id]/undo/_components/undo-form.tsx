'use client';

import { useTranslations } from 'next-intl';
import { startTransition, useActionState } from 'react';
import { routes } from '@/app/_server/routes';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { ButtonLink } from '@/components/ui/button-link';
import { CheckboxField } from '@/components/ui/choice-field';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';

type UndoFormProps = {
  submissionId: string;
  /** The numbers on the page: nothing is done on others. */
  withdrawable: number;
  actedOn: number;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Asks why, and whether what was acted on may stay; what was typed stays after a refusal. */
export function UndoForm({ submissionId, withdrawable, actedOn, action }: UndoFormProps) {
  const t = useTranslations('submissions.undoPage');
  const tForms = useTranslations('forms');
  const [state, dispatch, isPending] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  return (
    <form
      // Sent by hand: as the action of the form it would empty the fields after a refusal.
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => dispatch(form));
      }}
      className="flex max-w-xl flex-col gap-3"
    >
      <Outcome state={state} labels={{ reason: tForms('reason') }} />
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="withdrawable" value={withdrawable} />
      <input type="hidden" name="actedOn" value={actedOn} />
      <TextAreaField
        name="reason"
        label={tForms('reason')}
        hint={t('reasonHint')}
        error={errorOf('reason')}
        required
        maxLength={500}
      />
      {actedOn > 0 ? <CheckboxField name="leaveActedOn" label={t('leave', { count: actedOn })} required /> : null}
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger" pending={isPending}>
          {t('submit', { count: withdrawable })}
        </SubmitButton>
        <ButtonLink href={routes.submission(submissionId)}>{t('keep')}</ButtonLink>
        {state.status === 'refused' ? (
          <ButtonLink href={routes.undoSubmission(submissionId)}>{t('lookAgain')}</ButtonLink>
        ) : null}
      </div>
    </form>
  );
}
