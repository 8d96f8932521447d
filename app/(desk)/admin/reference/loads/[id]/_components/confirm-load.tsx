'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CheckboxField } from '@/components/ui/choice-field';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';

type ConfirmLoadProps = {
  loadId: string;
  /** That of the preview on the page: a list that changed meanwhile is not written over. */
  fingerprint: string;
  title: string;
  text: string;
  warning: string | null;
  action: (previous: ActionState, input: FormData) => Promise<ActionState>;
};

/** The second look before a list acts: the figures once more, and a tick that they were looked at. */
export function ConfirmLoad({ loadId, fingerprint, title, text, warning, action }: ConfirmLoadProps) {
  const t = useTranslations('reference.load');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [isMissed, setMissed] = useState(false);
  const [state, dispatch] = useActionState(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    const isSeen = form.get('seen') === 'on';
    setMissed(!isSeen);
    if (!isSeen) return IDLE;
    form.delete('seen');
    const next = await action(previous, form);
    if (next.status === 'ok') {
      setOpen(false);
      toast.show({ title: t('done'), tone: 'success' });
    }
    return next;
  }, IDLE);
  return (
    <Dialog
      title={title}
      description={text}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t('confirm')}</Button>}
    >
      <form action={dispatch} className="flex flex-col gap-3">
        <Outcome state={state} />
        {warning ? <Callout tone="warning">{warning}</Callout> : null}
        <input type="hidden" name="loadId" value={loadId} />
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <CheckboxField name="seen" label={t('confirmSeen')} error={isMissed ? t('confirmSeenError') : undefined} />
        <div className="flex flex-wrap justify-end gap-2">
          <DialogClose />
          <SubmitButton variant="primary">{t('confirm')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
