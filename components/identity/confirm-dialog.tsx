'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';

export type ConfirmProps = {
  /** What the person can prove with who they are. */
  hasPassword: boolean;
  hasTotp: boolean;
  confirmAction: (previous: ActionState, input: { password: string; code: string }) => Promise<ActionState>;
  onClose: (isProved: boolean) => void;
};

/** Asks once more who one is, by password or a code of the second factor; password managers may fill it in. */
export function ConfirmDialog({ hasPassword, hasTotp, confirmAction, onClose }: ConfirmProps) {
  const t = useTranslations('identity.confirm');
  const [state, setState] = useState<ActionState>(IDLE);
  const [isPending, setPending] = useState(false);
  const fieldId = useId();
  // By hand and not as a transition: the act that asked is one, and waits for this answer.
  const send = async (form: FormData) => {
    setPending(true);
    const input = { password: String(form.get('password') ?? ''), code: String(form.get('code') ?? '') };
    const next = await confirmAction(IDLE, input).catch(() => null);
    setPending(false);
    if (next?.status === 'ok') return onClose(true);
    setState(next ?? { status: 'refused', reasons: [{ code: 'confirm_failed' }] });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Through a portal it would go on to the form that asked.
    event.stopPropagation();
    void send(new FormData(event.currentTarget));
  };
  const label = t(hasTotp ? 'code' : 'password');
  return (
    <Dialog
      title={t('title')}
      description={t(hasTotp ? 'byCode' : 'byPassword')}
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose(false))}
      size="sm"
    >
      {hasTotp || hasPassword ? (
        <form onSubmit={onSubmit} className="flex flex-col gap-3" noValidate>
          <Outcome state={state} labels={{ password: label, code: label }} ids={{ password: fieldId, code: fieldId }} />
          {hasTotp ? (
            <TextField
              name="code"
              id={fieldId}
              label={label}
              autoComplete="one-time-code"
              required
              spellCheck={false}
            />
          ) : (
            <TextField
              name="password"
              id={fieldId}
              type="password"
              label={label}
              autoComplete="current-password"
              required
            />
          )}
          <div className="flex justify-end">
            <Button type="submit" variant="primary" pending={isPending}>
              {t('submit')}
            </Button>
          </div>
        </form>
      ) : (
        <Callout tone="info">{t('byProvider')}</Callout>
      )}
    </Dialog>
  );
}
