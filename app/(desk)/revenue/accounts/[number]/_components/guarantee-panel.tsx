'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useToast } from '@/components/ui/toast';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { TextAreaField, TextField } from '@/components/ui/field';
import { formatInstant } from '@/components/ui/format';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { moneyText } from '@/lib/kernel/money';
import { setGuaranteeAction } from '../../../actions';

export type GuaranteeShown = {
  readonly amountMinor: string;
  readonly reference: string;
  readonly validTo: string | null;
  readonly setByName: string;
  readonly setAt: string;
  readonly reason: string;
};

type GuaranteePanelProps = {
  accountId: string;
  currency: string;
  minorDigits: number;
  revision: number;
  guarantee: GuaranteeShown | null;
  maySet: boolean;
};

const IDS = {
  amount: 'guarantee-amount',
  reference: 'guarantee-reference',
  validTo: 'guarantee-until',
  reason: 'guarantee-reason',
} as const;

/** What secures an account: read by everybody who sees it, set by whom it is for. */
export function GuaranteePanel({ guarantee, currency, minorDigits, maySet, ...rest }: GuaranteePanelProps) {
  const t = useTranslations('collection.guarantee');
  const locale = useLocale();
  const at = (instant: string, show: 'date' | 'datetime') => formatInstant(locale, new Date(instant), show);
  return (
    <Panel title={t('title')} description={t('text')}>
      <p className="text-sm">
        {guarantee ? (
          <>
            <Money minor={guarantee.amountMinor} currency={currency} exponent={minorDigits} />,{' '}
            {t('number', { reference: guarantee.reference })},{' '}
            {guarantee.validTo ? t('until', { day: at(`${guarantee.validTo}T00:00:00Z`, 'date') }) : t('openEnded')}.{' '}
            <span className="text-muted">
              {t('set', { name: guarantee.setByName, at: at(guarantee.setAt, 'datetime'), reason: guarantee.reason })}
            </span>
          </>
        ) : (
          t('none')
        )}
      </p>
      {maySet ? (
        <GuaranteeForm
          key={rest.revision}
          guarantee={guarantee}
          currency={currency}
          minorDigits={minorDigits}
          {...rest}
        />
      ) : null}
    </Panel>
  );
}

function GuaranteeForm({ accountId, revision, guarantee, currency, minorDigits }: Omit<GuaranteePanelProps, 'maySet'>) {
  const t = useTranslations('collection.guarantee');
  const toast = useToast();
  const { state, isPending, form } = useKeptForm(
    async (previous: ActionState, sent: FormData): Promise<ActionState> => {
      const next = await setGuaranteeAction(previous, sent);
      if (next.status === 'ok') toast.show({ title: t('done'), tone: 'success' });
      return next;
    },
  );
  const errorOf = useFieldError(state);
  const labels = { amount: t('amount'), reference: t('reference'), validTo: t('validTo'), reason: t('reason') };
  return (
    <form {...form} className="mt-3 flex flex-col gap-3 border-line border-t pt-3" noValidate>
      <Outcome state={state} labels={labels} ids={IDS} />
      <input type="hidden" name="accountId" value={accountId} />
      <input type="hidden" name="revision" value={revision} />
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <TextField
          id={IDS.amount}
          name="amount"
          inputMode="decimal"
          label={t('amount')}
          hint={t('amountHint', { currency })}
          error={errorOf('amount')}
          defaultValue={guarantee ? moneyText(BigInt(guarantee.amountMinor), minorDigits) : ''}
          required
        />
        <TextField
          id={IDS.validTo}
          name="validTo"
          type="date"
          label={t('validTo')}
          hint={t('validToHint')}
          error={errorOf('validTo')}
          defaultValue={guarantee?.validTo ?? ''}
          optional
        />
      </div>
      <TextField
        id={IDS.reference}
        name="reference"
        label={t('reference')}
        error={errorOf('reference')}
        defaultValue={guarantee?.reference ?? ''}
        required
        maxLength={60}
      />
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
  );
}
