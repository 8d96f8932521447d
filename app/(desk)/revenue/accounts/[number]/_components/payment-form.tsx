'use client';

import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { enterPaymentAction } from '../../../actions';

type PaymentFormProps = {
  accountId: string;
  currency: string;
  /** Of the payment that is entered with this form. */
  paymentId: string;
  paymentReference: string;
  today: string;
  /** Goods wait on the account, and one of them may be what is paid for. */
  hasWaiting: boolean;
};
type Receipt = { readonly receipt: string };

const IDS = {
  amount: 'payment-amount',
  paidOn: 'payment-day',
  payer: 'payment-payer',
  reference: 'payment-reference',
  consignment: 'payment-consignment',
} as const;

/** Enters money that came in for the account. */
export function PaymentForm({ accountId, currency, paymentId, paymentReference, today, hasWaiting }: PaymentFormProps) {
  const t = useTranslations('collection.payment');
  const toast = useToast();
  const act = async (previous: ActionState<Receipt>, sent: FormData): Promise<ActionState<Receipt>> => {
    const next = await enterPaymentAction(previous, sent);
    if (next.status === 'ok') toast.show({ title: t('done', { receipt: next.data?.receipt ?? '' }), tone: 'success' });
    return next;
  };
  const { state, isPending, form } = useKeptForm<Receipt>(act);
  const errorOf = useFieldError(state);
  const labels = {
    amount: t('amount'),
    paidOn: t('paidOn'),
    payer: t('payer'),
    reference: t('reference'),
    consignment: t('consignment'),
  };
  return (
    <Panel title={t('title')} description={t('text')}>
      <form {...form} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={labels} ids={IDS} />
        <input type="hidden" name="accountId" value={accountId} />
        <input type="hidden" name="paymentId" value={paymentId} />
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
            id={IDS.paidOn}
            name="paidOn"
            type="date"
            max={today}
            label={t('paidOn')}
            error={errorOf('paidOn')}
            defaultValue={today}
            required
          />
          <TextField id={IDS.payer} name="payer" label={t('payer')} error={errorOf('payer')} required maxLength={140} />
          <TextField
            id={IDS.reference}
            name="reference"
            label={t('reference')}
            error={errorOf('reference')}
            defaultValue={paymentReference}
            required
            maxLength={140}
          />
          {hasWaiting ? (
            <TextField
              id={IDS.consignment}
              name="consignment"
              label={t('consignment')}
              hint={t('consignmentHint')}
              error={errorOf('consignment')}
              maxLength={35}
            />
          ) : null}
        </div>
        <div>
          <SubmitButton variant="primary" pending={isPending}>
            {t('submit')}
          </SubmitButton>
        </div>
      </form>
    </Panel>
  );
}
