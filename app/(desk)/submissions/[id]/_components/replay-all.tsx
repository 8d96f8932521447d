'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { replayAction } from '../actions';

/** Sends again what was refused and would pass now; says how many, and how many stay. */
export function ReplayAll({ submissionId }: { submissionId: string }) {
  const t = useTranslations('quarantine.replay');
  const [isOpen, setOpen] = useState(false);
  const [state, dispatch] = useActionState(replayAction, IDLE);
  return (
    <Dialog
      title={t('title')}
      description={t('text')}
      trigger={<Button>{t('button')}</Button>}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <form action={dispatch} className="flex flex-col gap-3">
        <Outcome state={state} />
        <p aria-live="polite" className="text-sm">
          {state.status === 'ok' && state.data ? t('done', state.data) : null}
        </p>
        <input type="hidden" name="submissionId" value={submissionId} />
        <div className="flex justify-end">
          <SubmitButton variant="primary">{t('go')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
