'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import { matchPaymentAction } from '../../actions';

type MatchPaymentProps = {
  paymentId: string;
  payer: string;
  choices: readonly { readonly accountId: string; readonly name: string }[];
};
type Receipt = { readonly receipt: string };

/** Says which account a line of a bank file is for. */
export function MatchPayment({ paymentId, payer, choices }: MatchPaymentProps) {
  const t = useTranslations('collection.payment.match');
  const toast = useToast();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { state, isPending, form } = useKeptForm<Receipt>(
    async (previous: ActionState<Receipt>, sent: FormData): Promise<ActionState<Receipt>> => {
      const next = await matchPaymentAction(previous, sent);
      if (next.status === 'ok') {
        setOpen(false);
        toast.show({ title: t('done', { receipt: next.data?.receipt ?? '' }), tone: 'success' });
      }
      return next;
    },
  );
  const errorOf = useFieldError(state);
  return (
    <Dialog
      title={t('title', { payer })}
      description={t('text')}
      trigger={<Button size="sm">{t('open')}</Button>}
      open={isOpen}
      onOpenChange={setOpen}
    >
      <form {...form} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={{ accountId: t('account') }} ids={{ accountId: id }} />
        <input type="hidden" name="paymentId" value={paymentId} />
        <SelectField
          id={id}
          name="accountId"
          label={t('account')}
          prompt={t('choose')}
          error={errorOf('accountId')}
          options={choices.map(({ accountId, name }) => ({ value: accountId, label: name, isData: true }))}
          required
        />
        <div className="flex justify-end">
          <SubmitButton variant="primary" pending={isPending}>
            {t('submit')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
