'use client';

import { useTransition } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { useReasonText } from '@/components/forms/reason-text';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';

type SendButtonProps<Input> = {
  label: string;
  /** Said when it was put into the log. */
  done: string;
  input: Input;
  action: (previous: ActionState, input: Input) => Promise<ActionState>;
  variant?: 'primary' | 'secondary';
};

/** Puts something into the log to be sent: a test, or a delivery once more. */
export function SendButton<Input>({ label, done, input, action, variant }: SendButtonProps<Input>) {
  const toast = useToast();
  const reasonText = useReasonText();
  const [pending, start] = useTransition();
  const send = () =>
    start(async () => {
      const state = await action(IDLE, input);
      if (state.status === 'ok') toast.show({ title: done, tone: 'success' });
      if (state.status === 'refused') {
        for (const reason of state.reasons) toast.show({ title: reasonText(reason), tone: 'danger' });
      }
    });
  return (
    <Button variant={variant} onClick={send} pending={pending}>
      {label}
    </Button>
  );
}
