import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { Callout } from '@/components/ui/callout';
import { Money } from '@/components/ui/money';
import { Stat, StatRow } from '@/components/ui/stat';
import { getAccount } from '@/db/queries/collection/get-account';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { can } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { moneyText } from '@/lib/kernel/money';
import { askedAt } from '../../../statistics/_components/asked-at';
import { GuaranteePanel } from './_components/guarantee-panel';
import { MonthsPanel } from './_components/months-panel';
import { PaymentForm } from './_components/payment-form';
import { PaymentsPanel } from './_components/payments-panel';
import { RefundForm } from './_components/refund-form';
import { RefundsPanel } from './_components/refunds-panel';
import { WaitingPanel } from './_components/waiting-panel';

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number } = await props.params;
  return { title: (await getTranslations('collection.account'))('title', { number }) };
}

/** One account: what is owed, what secures it, its months and what was paid. */
export default async function AccountPage(props: Props) {
  const actor = await requireActor('revenue.read');
  const { number } = await props.params;
  const [t, tKind, view, { minorDigits }] = await Promise.all([
    getTranslations('collection.account'),
    getTranslations('collection.kind'),
    orNotFound(getAccount(actor, number)),
    getCurrency(),
  ]);
  const { refundAloneUpToMinor } = view;
  const { account, holder, paymentReference, balanceMinor, cover, guarantee, months, payments, waiting, refunds } =
    view;
  const { currency } = account;
  const amount = (minor: bigint) => (
    <Money minor={minor} currency={currency} exponent={minorDigits} showCurrency={false} />
  );
  const mayCollect = can(actor, 'revenue.collect');
  const today = dayOf(askedAt());
  return (
    <>
      <PageHeader
        title={<bdi translate="no">{holder}</bdi>}
        lead={t('lead', { kind: tKind(account.kind), number: account.number })}
        back={{ href: routes.accounts(), label: t('back') }}
      />
      {cover && cover.overMinor > 0n ? (
        <Callout tone="danger" title={t('overTitle')}>
          {t('overText')}
        </Callout>
      ) : null}
      <StatRow>
        <Stat label={t('balance')} value={amount(balanceMinor)} unit={currency} hint={t('balanceHint')} />
        <Stat
          label={t('limit')}
          value={cover ? amount(cover.limitMinor) : t('noGuarantee')}
          unit={cover ? currency : undefined}
        />
        <Stat
          label={cover && cover.overMinor > 0n ? t('beyond') : t('free')}
          value={cover ? amount(cover.overMinor > 0n ? cover.overMinor : cover.freeMinor) : '–'}
          unit={cover ? currency : undefined}
        />
        <Stat
          label={t('reference')}
          value={
            <span translate="no" className="font-mono text-base">
              {paymentReference}
            </span>
          }
          hint={t('referenceHint')}
        />
      </StatRow>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          {waiting.count > 0 ? (
            <WaitingPanel
              waiting={waiting}
              currency={currency}
              minorDigits={minorDigits}
              isLinked={can(actor, 'consignment.read')}
            />
          ) : null}
          <MonthsPanel account={account} months={months} minorDigits={minorDigits} mayIssue={mayCollect} />
          <PaymentsPanel payments={payments} currency={currency} minorDigits={minorDigits} />
          {refunds.lines.length > 0 ? (
            <RefundsPanel
              refunds={refunds}
              accountId={account.accountId}
              currency={currency}
              minorDigits={minorDigits}
              maySettle={can(actor, 'revenue.refund')}
            />
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <GuaranteePanel
            accountId={account.accountId}
            currency={currency}
            minorDigits={minorDigits}
            revision={view.guaranteeRevision}
            guarantee={
              guarantee
                ? {
                    amountMinor: guarantee.amountMinor.toString(),
                    reference: guarantee.reference,
                    validTo: guarantee.validTo,
                    setByName: guarantee.setByName,
                    setAt: guarantee.setAt.toISOString(),
                    reason: guarantee.reason,
                  }
                : null
            }
            maySet={mayCollect}
          />
          {mayCollect ? (
            <PaymentForm
              key={payments[0]?.paymentId ?? 'first'}
              accountId={account.accountId}
              currency={currency}
              paymentId={randomUUID()}
              paymentReference={paymentReference}
              today={today}
              hasWaiting={waiting.count > 0}
            />
          ) : null}
          {refunds.inHandMinor === null ? null : (
            <RefundForm
              key={refunds.lines[0]?.refundId ?? 'first'}
              accountId={account.accountId}
              currency={currency}
              refundId={randomUUID()}
              inHand={moneyText(refunds.inHandMinor, minorDigits)}
              aloneUpTo={moneyText(refundAloneUpToMinor, minorDigits)}
              holder={holder}
            />
          )}
        </div>
      </div>
    </>
  );
}
