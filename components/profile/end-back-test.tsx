'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { SubmitButton } from '@/components/ui/submit-button';

type EndBackTestProps = {
  profileId: string;
  backTestId: string;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** Stops a back-test that is under way. */
export function EndBackTest({ profileId, backTestId, action }: EndBackTestProps) {
  const t = useTranslations('profile.backTest');
  const [state, dispatch] = useActionState(action, IDLE);
  return (
    <form action={dispatch}>
      <Outcome state={state} />
      <input type="hidden" name="profileId" value={profileId} />
      <input type="hidden" name="backTestId" value={backTestId} />
      <SubmitButton variant="secondary">{t('cancel')}</SubmitButton>
    </form>
  );
}
