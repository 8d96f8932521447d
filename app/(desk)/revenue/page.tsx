import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { State } from '@/components/ui/state';
import { getMeasures, type Measures } from '@/db/queries/collection/get-measures';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { RevenueTabs } from './_components/revenue-tabs';
import { AtRisk } from './_components/at-risk';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('collection.measures'))('title') };
}

/** What the administration assessed, got and is owed, what customs found, and what reliefs cost. */
export default async function MeasuresPage() {
  const actor = await requireActor('revenue.measure');
  const [t, tKind, tCharge, tRelief, money] = await Promise.all([
    getTranslations('collection.measures'),
    getTranslations('collection.kind'),
    getTranslations('collection.charge'),
    getTranslations('collection.relief'),
    getCurrency(),
  ]);
  const { currency, minorDigits } = money;
  const { from, to, total, months, kinds, charges, reliefs } = await getMeasures(actor, currency);
  const amount = (minor: bigint) => (
    <Money minor={minor} currency={currency} exponent={minorDigits} showCurrency={false} />
  );
  const day = (text: string) => <DateTime at={`${text}T00:00:00Z`} show="date" />;
  const figures = [
    { key: 'assessed', header: t('assessed'), numeric: true, cell: (row: Measures) => amount(row.assessedMinor) },
    { key: 'found', header: t('found'), numeric: true, cell: (row: Measures) => amount(row.foundMinor) },
    { key: 'collected', header: t('collected'), numeric: true, cell: (row: Measures) => amount(row.collectedMinor) },
    {
      key: 'outstanding',
      header: t('outstanding'),
      numeric: true,
      cell: (row: Measures) => amount(row.outstandingMinor),
    },
  ];
  const none = (
    <State kind="empty" title={t('none')}>
      {t('noneText')}
    </State>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t.rich('lead', { from: () => day(from), to: () => day(to) })} />
      <RevenueTabs actor={actor} current="measures" />
      <StatRow>
        <Stat
          label={t('assessed')}
          value={amount(total.assessedMinor)}
          unit={<span translate="no">{currency}</span>}
          hint={t('assessedHint')}
        />
        <Stat
          label={t('found')}
          value={amount(total.foundMinor)}
          unit={<span translate="no">{currency}</span>}
          hint={t('foundHint')}
        />
        <Stat
          label={t('collected')}
          value={amount(total.collectedMinor)}
          unit={<span translate="no">{currency}</span>}
          hint={t('collectedHint')}
        />
        <Stat
          label={t('outstanding')}
          value={amount(total.outstandingMinor)}
          unit={<span translate="no">{currency}</span>}
          hint={t('outstandingHint')}
          href={routes.accounts()}
        />
        <AtRisk actor={actor} money={money} />
      </StatRow>
      <Panel title={t('byMonth', { currency })} flush={months.length > 0}>
        <DataTable
          caption={t('byMonth', { currency })}
          captionHidden
          rows={months}
          rowKey={({ month }) => month}
          empty={none}
          columns={[
            {
              key: 'month',
              header: t('month'),
              rowHeader: true,
              cell: ({ month }) => <span translate="no">{month}</span>,
            },
            ...figures,
          ]}
        />
      </Panel>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
        <Panel title={t('byKind', { currency })} description={t('byKindText')} flush={kinds.length > 0}>
          <DataTable
            caption={t('byKind', { currency })}
            captionHidden
            rows={kinds}
            rowKey={({ kind }) => kind}
            empty={none}
            columns={[{ key: 'kind', header: t('kind'), rowHeader: true, cell: ({ kind }) => tKind(kind) }, ...figures]}
          />
        </Panel>
        <Panel title={t('byCharge', { currency })} description={t('byChargeText')} flush={charges.length > 0}>
          <DataTable
            caption={t('byCharge', { currency })}
            captionHidden
            rows={charges}
            rowKey={({ charge }) => charge}
            empty={none}
            columns={[
              { key: 'charge', header: t('charge'), rowHeader: true, cell: ({ charge }) => tCharge(charge) },
              {
                key: 'postings',
                header: t('entries'),
                numeric: true,
                cell: ({ postings }) => <Count value={postings} />,
              },
              { key: 'minor', header: t('assessed'), numeric: true, cell: ({ minor }) => amount(minor) },
            ]}
          />
        </Panel>
        <Panel title={t('reliefs', { currency })} description={t('reliefsText')} flush={reliefs.length > 0}>
          <DataTable
            caption={t('reliefs', { currency })}
            captionHidden
            rows={reliefs}
            rowKey={({ code }) => code}
            empty={none}
            columns={[
              {
                key: 'code',
                header: t('relief'),
                rowHeader: true,
                cell: ({ code }) => (tRelief.has(code) ? tRelief(code) : code),
              },
              {
                key: 'postings',
                header: t('postings'),
                numeric: true,
                cell: ({ postings }) => <Count value={postings} />,
              },
              { key: 'forgone', header: t('forgone'), numeric: true, cell: ({ forgoneMinor }) => amount(forgoneMinor) },
            ]}
          />
        </Panel>
      </div>
    </>
  );
}
