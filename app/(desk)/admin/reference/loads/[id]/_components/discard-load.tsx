'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { SubmitButton } from '@/components/ui/submit-button';

type DiscardLoadProps = {
  loadId: string;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Throws the file away; the finding stays in the history. */
export function DiscardLoad({ loadId, action }: DiscardLoadProps) {
  const t = useTranslations('reference.load');
  const [state, dispatch] = useActionState(action, IDLE);
  return (
    <form action={dispatch}>
      <Outcome state={state} />
      <input type="hidden" name="loadId" value={loadId} />
      <SubmitButton variant="secondary">{t('discard')}</SubmitButton>
    </form>
  );
}
