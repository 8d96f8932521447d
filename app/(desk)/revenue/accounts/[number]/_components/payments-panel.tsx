import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import type { AccountPayment } from '@/db/queries/collection/get-account';

type PaymentsPanelProps = { payments: readonly AccountPayment[]; currency: string; minorDigits: number };

/** What was paid on an account, the newest first, each with its receipt. */
export function PaymentsPanel({ payments, currency, minorDigits }: PaymentsPanelProps) {
  const t = useTranslations('collection.paid');
  return (
    <Panel title={t('title')} flush={payments.length > 0}>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={payments}
        rowKey={({ paymentId }) => paymentId}
        empty={
          <State kind="empty" title={t('empty')}>
            {t('emptyText')}
          </State>
        }
        columns={[
          {
            key: 'receipt',
            header: t('receipt'),
            rowHeader: true,
            cell: ({ receipt }) => (
              <span translate="no" className="font-mono text-xs">
                {receipt}
              </span>
            ),
          },
          { key: 'day', header: t('day'), cell: ({ paidOn }) => <DateTime at={`${paidOn}T00:00:00Z`} show="date" /> },
          { key: 'payer', header: t('payer'), cell: ({ payer }) => <bdi translate="no">{payer}</bdi> },
          { key: 'reference', header: t('reference'), cell: ({ reference }) => <bdi translate="no">{reference}</bdi> },
          {
            key: 'amount',
            header: t('amount', { currency }),
            numeric: true,
            cell: ({ amountMinor }) => (
              <Money minor={amountMinor} currency={currency} exponent={minorDigits} showCurrency={false} />
            ),
          },
        ]}
      />
    </Panel>
  );
}
