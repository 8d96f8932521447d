'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { issueStatementAction } from '../../../actions';

/** Closes a month and issues its statement, after saying what that means. */
export function IssueStatement({ accountId, month }: { accountId: string; month: string }) {
  const t = useTranslations('collection.payment.issue');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [state, dispatch] = useActionState(async (previous: ActionState, form: FormData): Promise<ActionState> => {
    const next = await issueStatementAction(previous, form);
    if (next.status === 'ok') {
      setOpen(false);
      toast.show({ title: t('done', { month }), tone: 'success' });
    }
    return next;
  }, IDLE);
  return (
    <Dialog
      title={t('title', { month })}
      description={t('text')}
      trigger={<Button size="sm">{t('open')}</Button>}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <form action={dispatch} className="flex flex-col gap-3">
        <Outcome state={state} />
        <input type="hidden" name="accountId" value={accountId} />
        <input type="hidden" name="month" value={month} />
        <div className="flex justify-end">
          <SubmitButton variant="primary">{t('submit')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
