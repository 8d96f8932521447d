'use client';

import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { useToast } from '@/components/ui/toast';
import { settleRefundAction } from '../../../actions';

/** The second person confirms a refund, which pays it out, or rejects it with a note. */
export function SettleRefund({ refundId, accountId }: { refundId: string; accountId: string }) {
  const t = useTranslations('collection.refund');
  const toast = useToast();
  const { state, isPending, form } = useKeptForm(
    async (previous: ActionState, sent: FormData): Promise<ActionState> => {
      const next = await settleRefundAction(previous, sent);
      if (next.status === 'ok') {
        toast.show({ title: t(sent.get('verdict') === 'confirm' ? 'paid' : 'rejected'), tone: 'success' });
      }
      return next;
    },
  );
  const errorOf = useFieldError(state);
  const note = `refund-note-${refundId}`;
  return (
    <form {...form} className="flex flex-col gap-2" noValidate>
      <Outcome state={state} labels={{ note: t('note') }} ids={{ note }} />
      <input type="hidden" name="accountId" value={accountId} />
      <input type="hidden" name="refundId" value={refundId} />
      <TextField
        id={note}
        name="note"
        label={t('note')}
        hint={t('noteHint')}
        error={errorOf('note')}
        optional
        maxLength={500}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" name="verdict" value="confirm" disabled={isPending}>
          {t('confirm')}
        </Button>
        <Button type="submit" name="verdict" value="reject" disabled={isPending}>
          {t('reject')}
        </Button>
      </div>
    </form>
  );
}
