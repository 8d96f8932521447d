'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { useReasonText } from '@/components/forms/reason-text';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

type EndOthersButtonProps = {
  action: (
    previous: ActionState<{ ended: number }>,
    input: Record<string, never>,
  ) => Promise<ActionState<{ ended: number }>>;
};

/** Ends every session but this one. */
export function EndOthersButton({ action }: EndOthersButtonProps) {
  const t = useTranslations('identity.account');
  const reasonText = useReasonText();
  const toast = useToast();
  const [pending, start] = useTransition();
  const end = () =>
    start(async () => {
      const state = await action(IDLE, {});
      const reason = state.status === 'refused' ? state.reasons[0] : undefined;
      const count = state.status === 'ok' ? (state.data?.ended ?? 0) : 0;
      toast.show(
        reason
          ? { title: reasonText(reason), tone: 'danger' }
          : { title: t('othersEnded', { count }), tone: 'success' },
      );
    });
  return (
    <Button onClick={end} pending={pending}>
      {t('endOthers')}
    </Button>
  );
}
