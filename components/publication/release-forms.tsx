'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';

type Action = (previous: ActionState, input: FormData) => Promise<ActionState>;

type PrepareFormProps = {
  month: string;
  number: number;
  /** As the field takes it: `YYYY-MM-DDTHH:MM` in UTC. */
  releaseAt: string;
  /** When the calendar has it, in words. */
  planned: string;
  action: Action;
};

/** Prepares the release of a vintage: its hour and what readers are told. */
export function PrepareForm({ month, number, releaseAt, planned, action }: PrepareFormProps) {
  const t = useTranslations('publication.page');
  const [state, dispatch] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  return (
    <form action={dispatch} className="flex max-w-xl flex-col gap-3" noValidate>
      <Outcome state={state} labels={{ releaseAt: t('releaseAt'), note: t('note') }} />
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="number" value={number} />
      <TextField
        name="releaseAt"
        type="datetime-local"
        label={t('releaseAt')}
        hint={t('releaseAtHint', { planned })}
        error={errorOf('releaseAt')}
        defaultValue={typed.releaseAt ?? releaseAt}
      />
      <TextAreaField
        name="note"
        label={t('note')}
        hint={t('noteHint')}
        error={errorOf('note')}
        rows={2}
        maxLength={500}
        optional={number === 1}
        defaultValue={typed.note ?? ''}
      />
      <div>
        <SubmitButton variant="primary">{t('send')}</SubmitButton>
      </div>
    </form>
  );
}

type DecideFormProps = { releaseId: string; rowVersion: number; action: Action };

/** Approves a release, or refuses it with the reason. */
export function DecideForm({ releaseId, rowVersion, action }: DecideFormProps) {
  const t = useTranslations('publication.page');
  const [state, dispatch, isPending] = useActionState(action, IDLE);
  const errorOf = useFieldError(state);
  const typed = state.status === 'invalid' ? state.values : {};
  return (
    <form action={dispatch} className="flex max-w-xl flex-col gap-3" noValidate>
      <Outcome state={state} labels={{ reason: t('reason') }} />
      <input type="hidden" name="releaseId" value={releaseId} />
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <TextAreaField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        error={errorOf('reason')}
        rows={2}
        maxLength={500}
        optional
        defaultValue={typed.reason ?? ''}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="verdict" value="approve" variant="primary" pending={isPending}>
          {t('approve')}
        </Button>
        <Button type="submit" name="verdict" value="refuse" pending={isPending}>
          {t('refuse')}
        </Button>
      </div>
    </form>
  );
}

/** Takes back a release that has not gone out. */
export function WithdrawForm({ releaseId, rowVersion, action }: DecideFormProps) {
  const t = useTranslations('publication.page');
  const [state, dispatch] = useActionState(action, IDLE);
  return (
    <form action={dispatch} className="flex flex-col gap-2">
      <Outcome state={state} />
      <input type="hidden" name="releaseId" value={releaseId} />
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <div>
        <SubmitButton variant="secondary">{t('withdraw')}</SubmitButton>
      </div>
    </form>
  );
}
