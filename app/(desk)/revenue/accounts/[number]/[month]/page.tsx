import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button-link';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { getStatement, type StatementLine } from '@/db/queries/collection/get-statement';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { parseMonth } from '@/lib/collection/month';

type Props = { params: Promise<{ number: string; month: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { number, month } = await props.params;
  return { title: (await getTranslations('collection.statement'))('title', { number, month }) };
}

/** The statement of an account for a month: from its opening, line by line, to its closing. */
export default async function StatementPage(props: Props) {
  const actor = await requireActor('revenue.read');
  const { number, month: asked } = await props.params;
  const month = parseMonth(asked) ?? notFound();
  const [t, tKind, tCharge, statement, { minorDigits }] = await Promise.all([
    getTranslations('collection.statement'),
    getTranslations('collection.postingKind'),
    getTranslations('collection.charge'),
    orNotFound(getStatement(actor, number, month)),
    getCurrency(),
  ]);
  const { currency } = statement.account;
  const amount = (minor: bigint) => (
    <Money minor={minor} currency={currency} exponent={minorDigits} showCurrency={false} />
  );
  const some = (minor: bigint) => (minor === 0n ? null : amount(minor));
  const day = (text: string) => <DateTime at={`${text}T00:00:00Z`} show="date" />;
  return (
    <>
      <PageHeader
        title={t('title', { number, month })}
        lead={<bdi translate="no">{statement.holder}</bdi>}
        back={{ href: routes.operatorAccount(number), label: t('back') }}
        meta={<Badge tone={statement.issued ? 'success' : 'neutral'}>{t(statement.issued ? 'issued' : 'draft')}</Badge>}
        actions={
          <>
            <ButtonLink href={routes.statementFile(number, month, 'csv')} download>
              {t('csv')}
            </ButtonLink>
            <ButtonLink href={routes.statementFile(number, month, 'pdf')} download>
              {t('pdf')}
            </ButtonLink>
          </>
        }
      />
      <Panel>
        <DescriptionList
          columns={2}
          items={[
            { term: t('opening'), value: amount(statement.openingMinor) },
            { term: t('closing'), value: <strong>{amount(statement.closingMinor)}</strong> },
            { term: t('currency'), value: currency, data: true },
            { term: t('dueOn'), value: day(statement.dueOn), hint: t('dueHint') },
            {
              term: t('reference'),
              value: <span className="font-mono">{statement.paymentReference}</span>,
              data: true,
            },
            {
              term: t('issuedAt'),
              value: statement.issued ? (
                <>
                  <DateTime at={statement.issued.issuedAt} />, <bdi translate="no">{statement.issued.issuedByName}</bdi>
                </>
              ) : (
                t('notIssued')
              ),
            },
          ]}
        />
      </Panel>
      <Panel title={t('lines')} description={t('linesText')} flush={statement.lines.length > 0}>
        <DataTable<StatementLine>
          caption={t('lines')}
          captionHidden
          rows={statement.lines}
          rowKey={({ bookedOn, kind, charge }) => `${bookedOn} ${kind} ${charge}`}
          empty={
            <State kind="empty" title={t('empty')}>
              {t('emptyText')}
            </State>
          }
          columns={[
            { key: 'day', header: t('day'), rowHeader: true, cell: ({ bookedOn }) => day(bookedOn) },
            { key: 'kind', header: t('kind'), cell: ({ kind }) => tKind(kind) },
            { key: 'charge', header: t('charge'), cell: ({ charge }) => tCharge(charge) },
            {
              key: 'postings',
              header: t('postings'),
              numeric: true,
              cell: ({ postings }) => <Count value={postings} />,
            },
            { key: 'debit', header: t('debit'), numeric: true, cell: ({ debitMinor }) => some(debitMinor) },
            { key: 'credit', header: t('credit'), numeric: true, cell: ({ creditMinor }) => some(creditMinor) },
          ]}
          footer={{ day: t('total'), debit: amount(statement.debitMinor), credit: amount(statement.creditMinor) }}
        />
      </Panel>
    </>
  );
}
