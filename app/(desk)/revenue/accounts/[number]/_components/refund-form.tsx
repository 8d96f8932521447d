'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { TextAreaField, TextField } from '@/components/ui/field';
import { groupDecimals } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { askRefundAction } from '../../../actions';

type RefundFormProps = {
  accountId: string;
  currency: string;
  /** Of the refund that is asked for with this form. */
  refundId: string;
  /** Decimal text: what is in hand, and up to what one person pays it back alone. */
  inHand: string;
  aloneUpTo: string;
  holder: string;
};
type Asked = { readonly isPaid: boolean };

const IDS = { amount: 'refund-amount', payee: 'refund-payee', iban: 'refund-iban', reason: 'refund-reason' } as const;

/** Pays money in hand back to the holder of the account. */
export function RefundForm({ accountId, currency, refundId, inHand, aloneUpTo, holder }: RefundFormProps) {
  const t = useTranslations('collection.refund');
  const locale = useLocale();
  const toast = useToast();
  const act = async (previous: ActionState<Asked>, sent: FormData): Promise<ActionState<Asked>> => {
    const next = await askRefundAction(previous, sent);
    if (next.status === 'ok') toast.show({ title: t(next.data?.isPaid ? 'paid' : 'asked'), tone: 'success' });
    return next;
  };
  const { state, isPending, form } = useKeptForm<Asked>(act);
  const errorOf = useFieldError(state);
  const labels = { amount: t('amount'), payee: t('payee'), iban: t('iban'), reason: t('reason') };
  const isNothing = !/[1-9]/.test(inHand);
  return (
    <Panel
      title={t('title')}
      description={isNothing ? t('nothing') : t('text', { ...groupDecimals(locale, { inHand, aloneUpTo }), currency })}
    >
      {isNothing ? null : (
        <form {...form} className="flex flex-col gap-3" noValidate>
          <Outcome state={state} labels={labels} ids={IDS} />
          <input type="hidden" name="accountId" value={accountId} />
          <input type="hidden" name="refundId" value={refundId} />
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            <TextField
              id={IDS.amount}
              name="amount"
              inputMode="decimal"
              label={t('amount')}
              hint={t('amountHint', { currency })}
              error={errorOf('amount')}
              required
            />
            <TextField
              id={IDS.payee}
              name="payee"
              label={t('payee')}
              error={errorOf('payee')}
              defaultValue={holder}
              required
              maxLength={140}
            />
          </div>
          <TextField id={IDS.iban} name="iban" label={t('iban')} error={errorOf('iban')} required maxLength={50} />
          <TextAreaField
            id={IDS.reason}
            name="reason"
            label={t('reason')}
            error={errorOf('reason')}
            required
            maxLength={500}
            rows={2}
          />
          <div>
            <SubmitButton pending={isPending}>{t('submit')}</SubmitButton>
          </div>
        </form>
      )}
    </Panel>
  );
}
