import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { Callout } from '@/components/ui/callout';
import { groupDecimals } from '@/components/ui/format';
import { TextLink } from '@/components/ui/text-link';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';

type Unpaid = NonNullable<ConsignmentDetail['unpaid']>;

/** What the release waits for, in plain words, and where it is paid. */
export function UnpaidCallout({ unpaid, readsAccounts }: { unpaid: Unpaid; readsAccounts: boolean }) {
  const t = useTranslations('consignment.unpaid');
  const locale = useLocale();
  const { waitsFor, amount, currency, reference, account, isPartPaid } = unpaid;
  return (
    <Callout tone="warning" title={t(`${waitsFor}.title`)}>
      {t(`${waitsFor}.text`, { ...groupDecimals(locale, { amount }), currency, account })}{' '}
      {isPartPaid ? `${t('partPaid')} ` : ''}
      {t('reference')}{' '}
      <span translate="no" className="font-mono">
        {reference}
      </span>
      {readsAccounts ? (
        <>
          {'. '}
          <TextLink href={routes.operatorAccount(account)}>{t('open')}</TextLink>
        </>
      ) : null}
    </Callout>
  );
}
