'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { replayWaitingAction } from '../actions';

type ReplayWaitingProps = {
  /** The rule the list is narrowed to. */
  rule: string | null;
  /** Nothing waits: the button goes, and what was sent last is still told. */
  isEmpty: boolean;
};

/** Sends again what waits in the list and would pass now; says how many, and how many stay. */
export function ReplayWaiting({ rule, isEmpty }: ReplayWaitingProps) {
  const t = useTranslations('quarantine.replay');
  const [isOpen, setOpen] = useState(false);
  const [state, dispatch] = useActionState(replayWaitingAction, IDLE);
  const done = state.status === 'ok' ? state.data : undefined;
  if (isEmpty && !isOpen) return null;
  return (
    <Dialog
      title={t('titleWaiting')}
      description={t('textWaiting', { isOfRule: rule ? 'yes' : 'no' })}
      trigger={isEmpty ? undefined : <Button>{t('button')}</Button>}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <form action={dispatch} className="flex flex-col gap-3">
        <Outcome state={state} />
        <div aria-live="polite" className="text-sm">
          {done ? <p>{t('done', { replayed: done.replayed, left: done.left })}</p> : null}
          {done && done.busy > 0 ? <p>{t('busy', { busy: done.busy })}</p> : null}
          {done?.isMore ? <p>{t('more')}</p> : null}
        </div>
        {rule ? <input type="hidden" name="rule" value={rule} /> : null}
        {done?.goOnAfter ? <input type="hidden" name="after" value={done.goOnAfter} /> : null}
        <div className="flex justify-end">
          <SubmitButton variant="primary">{t('go')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
