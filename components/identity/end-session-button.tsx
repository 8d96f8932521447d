'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { useReasonText } from '@/components/forms/reason-text';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

type EndSessionButtonProps = {
  sessionRef: string;
  action: (previous: ActionState, input: { sessionRef: string }) => Promise<ActionState>;
};

/** Ends a session left open somewhere else. */
export function EndSessionButton({ sessionRef, action }: EndSessionButtonProps) {
  const t = useTranslations('identity.account');
  const reasonText = useReasonText();
  const toast = useToast();
  const [pending, start] = useTransition();
  const end = () =>
    start(async () => {
      const state = await action(IDLE, { sessionRef });
      const reason = state.status === 'refused' ? state.reasons[0] : undefined;
      toast.show(reason ? { title: reasonText(reason), tone: 'danger' } : { title: t('ended'), tone: 'success' });
    });
  return (
    <Button size="sm" onClick={end} pending={pending}>
      {t('endSession')}
    </Button>
  );
}
