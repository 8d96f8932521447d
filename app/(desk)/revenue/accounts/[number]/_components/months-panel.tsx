import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { AccountMonth, AccountView } from '@/db/queries/collection/get-account';
import { IssueStatement } from './issue-statement';

type MonthsPanelProps = {
  account: AccountView['account'];
  months: readonly AccountMonth[];
  minorDigits: number;
  mayIssue: boolean;
};

/** The months of an account, the newest first, each with its statement. */
export function MonthsPanel({ account, months, minorDigits, mayIssue }: MonthsPanelProps) {
  const t = useTranslations('collection.months');
  const amount = (minor: bigint) => (
    <Money minor={minor} currency={account.currency} exponent={minorDigits} showCurrency={false} />
  );
  // The oldest month that is not closed: months are closed in their order.
  const next = months.findLast(({ isIssuable }) => isIssuable)?.month;
  return (
    <Panel title={t('title')} description={t('text', { currency: account.currency })} flush={months.length > 0}>
      <DataTable
        caption={t('title')}
        captionHidden
        rows={months}
        rowKey={({ month }) => month}
        empty={
          <State kind="empty" title={t('empty')}>
            {t('emptyText')}
          </State>
        }
        columns={[
          {
            key: 'month',
            header: t('month'),
            rowHeader: true,
            cell: ({ month }) => (
              <TextLink href={routes.statement(account.number, month)}>
                <span translate="no">{month}</span>
              </TextLink>
            ),
          },
          { key: 'opening', header: t('opening'), numeric: true, cell: ({ openingMinor }) => amount(openingMinor) },
          { key: 'debit', header: t('debit'), numeric: true, cell: ({ debitMinor }) => amount(debitMinor) },
          { key: 'credit', header: t('credit'), numeric: true, cell: ({ creditMinor }) => amount(creditMinor) },
          { key: 'closing', header: t('closing'), numeric: true, cell: ({ closingMinor }) => amount(closingMinor) },
          {
            key: 'state',
            header: t('state'),
            cell: ({ month, issued }) =>
              issued ? (
                <span className="text-muted text-xs">
                  {t('due')} <DateTime at={`${issued.dueOn}T00:00:00Z`} show="date" />
                </span>
              ) : month === next && mayIssue ? (
                <IssueStatement accountId={account.accountId} month={month} />
              ) : (
                <Badge>{t('open')}</Badge>
              ),
          },
        ]}
      />
    </Panel>
  );
}
