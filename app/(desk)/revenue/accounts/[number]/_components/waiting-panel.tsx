import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { WaitingGoods } from '@/db/queries/collection/list-waiting';

type WaitingPanelProps = {
  waiting: WaitingGoods;
  currency: string;
  minorDigits: number;
  /** Whether the reader opens consignments; who only tracks them reads the reference alone. */
  isLinked: boolean;
};

/** Goods that may leave once they are paid, or once the guarantee covers them, the oldest first. */
export function WaitingPanel({ waiting, currency, minorDigits, isLinked }: WaitingPanelProps) {
  const t = useTranslations('collection.waiting');
  const { count, amountMinor, lines } = waiting;
  const money = (minor: bigint) => (
    <Money minor={minor} currency={currency} exponent={minorDigits} showCurrency={false} />
  );
  return (
    <Panel
      title={t('title')}
      description={
        <>
          {t('text', { count })} {money(amountMinor)} {currency}
        </>
      }
      flush
    >
      <DataTable
        caption={t('title')}
        captionHidden
        rows={lines}
        rowKey={({ consignmentId }) => consignmentId}
        columns={[
          {
            key: 'consignment',
            header: t('consignment'),
            rowHeader: true,
            cell: ({ consignmentId, reference }) =>
              isLinked ? (
                <TextLink href={routes.consignment(consignmentId)} data>
                  {reference}
                </TextLink>
              ) : (
                <bdi translate="no">{reference}</bdi>
              ),
          },
          { key: 'waitsFor', header: t('waitsFor'), cell: ({ waitsFor }) => t(`for.${waitsFor}`) },
          { key: 'since', header: t('since'), cell: ({ demandedAt }) => <DateTime at={demandedAt.toISOString()} /> },
          {
            key: 'reference',
            header: t('reference'),
            cell: ({ paymentReference }) => (
              <span translate="no" className="font-mono text-xs">
                {paymentReference}
              </span>
            ),
          },
          {
            key: 'amount',
            header: t('amount', { currency }),
            numeric: true,
            cell: ({ amountMinor: minor }) => money(minor),
          },
        ]}
      />
    </Panel>
  );
}
