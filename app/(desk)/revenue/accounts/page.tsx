import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Money } from '@/components/ui/money';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { type AccountLine, listAccounts } from '@/db/queries/collection/list-accounts';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { CoverText } from '../_components/cover-text';
import { RevenueTabs } from '../_components/revenue-tabs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('collection.accounts'))('title') };
}

/** Rows one page shows: below them almost nothing is owed. */
const ROWS_SHOWN = 300;

/** Who owes what, the most owed first. */
export default async function AccountsPage() {
  const actor = await requireActor('revenue.read');
  const [t, tKind, all, { minorDigits }] = await Promise.all([
    getTranslations('collection.accounts'),
    getTranslations('collection.kind'),
    listAccounts(actor),
    getCurrency(),
  ]);
  const rows = all.slice(0, ROWS_SHOWN);
  const isPartner = actor.role === 'partner';
  const amount = (minor: bigint, { currency }: AccountLine) => (
    <Money minor={minor} currency={currency} exponent={minorDigits} showCurrency={false} />
  );
  const over = all.filter(({ cover }) => cover !== null && cover.overMinor > 0n).length;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t(isPartner ? 'leadPartner' : 'lead')}
        meta={over > 0 ? t('over', { count: over }) : null}
      />
      <RevenueTabs actor={actor} current="accounts" />
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={rows}
        rowKey={({ accountId }) => accountId}
        empty={
          <State kind="empty" title={t('empty')}>
            {t('emptyText')}
          </State>
        }
        columns={[
          {
            key: 'holder',
            header: t('column.holder'),
            rowHeader: true,
            cell: ({ number, holder }) => (
              <>
                <TextLink href={routes.operatorAccount(number)}>
                  <bdi translate="no">{holder}</bdi>
                </TextLink>
                <span translate="no" className="block font-mono font-normal text-muted text-xs">
                  {number}
                </span>
              </>
            ),
          },
          { key: 'balance', header: t('column.balance'), numeric: true, cell: (row) => amount(row.balanceMinor, row) },
          { key: 'kind', header: t('column.kind'), cell: ({ kind }) => tKind(kind) },
          {
            key: 'currency',
            header: t('column.currency'),
            cell: ({ currency }) => <span translate="no">{currency}</span>,
          },
          { key: 'month', header: t('column.month'), numeric: true, cell: (row) => amount(row.monthDebitMinor, row) },
          { key: 'paid', header: t('column.paid'), numeric: true, cell: (row) => amount(row.monthCreditMinor, row) },
          {
            key: 'limit',
            header: t('column.limit'),
            numeric: true,
            cell: (row) =>
              row.cover ? amount(row.cover.limitMinor, row) : <span className="text-muted">{t('noLimit')}</span>,
          },
          {
            key: 'free',
            header: t('column.free'),
            numeric: true,
            cell: ({ cover, currency }) =>
              cover ? <CoverText cover={cover} currency={currency} minorDigits={minorDigits} /> : null,
          },
        ]}
      />
    </>
  );
}
