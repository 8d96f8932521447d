import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { LaneBadge } from '@/components/ui/lane-badge';
import { Money } from '@/components/ui/money';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { GoodsItemRow } from '@/db/queries/statistics/goods-items';
import { LANES } from '@/lib/consignment/codes';
import type { PolicyCurrency } from '@/lib/policy/policy';

type GoodsItemsTableProps = {
  rows: readonly GoodsItemRow[];
  currency: PolicyCurrency;
  /** Left out for those who may not open a consignment. */
  consignmentHref?: (consignmentId: string) => string;
};

/** What stands in a column of its own where there is room, and under another cell where there is not. */
const WIDE = 'max-xl:hidden';
const NARROW = 'block text-muted text-xs xl:hidden';

/** One row for each goods item behind the figures; the mark tells which of them counts its consignment. */
export function GoodsItemsTable({ rows, currency, consignmentHref }: GoodsItemsTableProps) {
  const t = useTranslations('statistics');
  const locale = useLocale();
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const originOf = ({ origin }: GoodsItemRow) => origin && (countries.of(origin) ?? origin);
  const amount = (minor: bigint) => (
    <Money minor={minor} currency={currency.currency} exponent={currency.minorDigits} showCurrency={false} />
  );
  return (
    <DataTable
      caption={t('items.caption')}
      captionHidden
      empty={
        <State kind="none-match" title={t('empty.filtered')}>
          {t('empty.filteredText')}
        </State>
      }
      rows={rows}
      rowKey={(row) => `${row.consignmentId} ${row.itemNumber}`}
      columns={[
        { key: 'day', header: t('items.day'), className: WIDE, cell: (row) => <Day day={row.day} /> },
        {
          key: 'reference',
          header: t('items.reference'),
          rowHeader: true,
          cell: (row) => (
            <>
              {consignmentHref ? (
                <TextLink href={consignmentHref(row.consignmentId)} data prefetch={false}>
                  {row.reference}
                </TextLink>
              ) : (
                <Data text={row.reference} />
              )}
              <span className={NARROW}>
                <Day day={row.day} />
              </span>
            </>
          ),
        },
        {
          key: 'number',
          header: t('items.number'),
          numeric: true,
          cell: (row) => <Data text={String(row.itemNumber)} />,
        },
        {
          key: 'counts',
          header: t('items.counts'),
          cell: (row) => <PrincipalMark isPrincipal={row.countsConsignment} />,
        },
        {
          key: 'goods',
          header: t('items.goods'),
          cell: (row) => (
            <>
              <bdi translate="no" className="line-clamp-2 max-w-80 break-words">
                {row.description}
              </bdi>
              <span className={NARROW}>
                <Declared text={row.commodityCode} /> · <Declared text={originOf(row)} /> ·{' '}
                <Declared text={row.marketplace} />
              </span>
            </>
          ),
        },
        { key: 'code', header: t('items.code'), className: WIDE, cell: (row) => <Declared text={row.commodityCode} /> },
        {
          key: 'origin',
          header: t('items.origin'),
          className: WIDE,
          cell: (row) => <Declared text={originOf(row)} />,
        },
        {
          key: 'marketplace',
          header: t('items.marketplace'),
          className: `${WIDE} max-w-40 break-words`,
          cell: (row) => <Declared text={row.marketplace} />,
        },
        {
          key: 'lane',
          header: t('items.lane'),
          cell: (row) => (
            <>
              <Lane code={row.lane} />
              <span className={NARROW}>{t(`member.outcome.${row.outcome}`)}</span>
            </>
          ),
        },
        {
          key: 'outcome',
          header: t('items.outcome'),
          className: WIDE,
          cell: (row) => t(`member.outcome.${row.outcome}`),
        },
        {
          key: 'value',
          header: t('items.value', { currency: currency.currency }),
          numeric: true,
          cell: (row) => amount(row.valueMinor),
        },
        {
          key: 'charges',
          header: t('items.charges', { currency: currency.currency }),
          numeric: true,
          cell: (row) => <Charges row={row} amount={amount} />,
        },
      ]}
    />
  );
}

/** Duty and VAT in force, or the word that they are open; where customs found others than were assessed, those below. */
function Charges({ row, amount }: { row: GoodsItemRow; amount: (minor: bigint) => ReactNode }) {
  const t = useTranslations('statistics.items');
  const { duty, vat } = row.inForce;
  const isOpen = duty.isOpen || vat.isOpen;
  const [sum, assessed] = [duty.minor + vat.minor, row.dutyMinor + row.vatMinor];
  return (
    <>
      {isOpen ? <span className="font-semibold text-warning">{t('open')}</span> : amount(sum)}
      {sum === assessed ? null : (
        <span className="block text-muted text-xs">
          {t('assessed')} {amount(assessed)}
        </span>
      )}
    </>
  );
}

function Day({ day }: { day: string }) {
  return <DateTime at={`${day}T00:00:00Z`} show="date" />;
}

function Data({ text }: { text: string }) {
  return (
    <bdi translate="no" className="whitespace-nowrap font-mono">
      {text}
    </bdi>
  );
}

function Declared({ text }: { text: string | null }) {
  const t = useTranslations('statistics.member');
  return text ? <bdi translate="no">{text}</bdi> : <span className="text-muted">{t('undeclared')}</span>;
}

function PrincipalMark({ isPrincipal }: { isPrincipal: boolean }) {
  const t = useTranslations('statistics.items');
  return (
    // Positioned, so that the hidden words stay inside the scrolled table.
    <span className="relative">
      <span aria-hidden="true">{isPrincipal ? '●' : '○'}</span>
      <span className="sr-only">{t(isPrincipal ? 'principal' : 'notPrincipal')}</span>
    </span>
  );
}

function Lane({ code }: { code: string }) {
  const lane = LANES.find((known) => known === code);
  return lane ? <LaneBadge lane={lane} /> : null;
}
