import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { RECONCILED_MONTHS, reconcileSales } from '@/db/queries/collection/reconcile-sales';
import { getCurrency } from '@/db/queries/policy/get-currency';
import type { Match } from '@/lib/collection/reconcile';
import { can } from '@/lib/identity/permissions';
import { FileForm } from '../_components/file-form';
import { RevenueTabs } from '../_components/revenue-tabs';

/** Rows one page shows: the differences worth a look. */
const ROWS_SHOWN = 200;

const TONES: Readonly<Record<Match, Tone>> = {
  equal: 'success',
  more_at_border: 'danger',
  no_return: 'danger',
  less_at_border: 'warning',
  nothing_at_border: 'warning',
  not_due: 'neutral',
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('collection.reconciliation'))('title') };
}

/** What vendors declared against what came over the border under their schemes, the largest difference first. */
export default async function ReconciliationPage() {
  const actor = await requireActor('revenue.measure');
  const [t, { currency, minorDigits }] = await Promise.all([
    getTranslations('collection.reconciliation'),
    getCurrency(),
  ]);
  const all = await reconcileSales(actor, currency);
  const rows = all.slice(0, ROWS_SHOWN);
  const amount = (minor: bigint | null) =>
    minor === null ? (
      <span className="text-muted">–</span>
    ) : (
      <Money minor={minor} currency={currency} exponent={minorDigits} showCurrency={false} />
    );
  const unequal = all.filter(({ match }) => match !== 'equal' && match !== 'not_due').length;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { months: RECONCILED_MONTHS })}
        meta={unequal > 0 ? t('unequal', { count: unequal }) : undefined}
      />
      <RevenueTabs actor={actor} current="reconciliation" />
      {can(actor, 'revenue.collect') ? (
        <Panel title={t('upload')} description={t('uploadText')}>
          <FileForm of="return" address="/api/revenue/returns" />
        </Panel>
      ) : null}
      <Panel
        title={t('table', { currency })}
        description={t(all.length > ROWS_SHOWN ? 'tableMost' : 'tableText', { count: ROWS_SHOWN })}
        flush={rows.length > 0}
      >
        <DataTable
          caption={t('table', { currency })}
          captionHidden
          rows={rows}
          rowKey={({ schemeId, month }) => `${schemeId} ${month}`}
          empty={
            <State kind="empty" title={t('none')}>
              {t('noneText')}
            </State>
          }
          columns={[
            {
              key: 'scheme',
              header: t('scheme'),
              rowHeader: true,
              cell: ({ schemeId, month }) => (
                <TextLink href={routes.reconciledScheme(schemeId, month)}>
                  <span translate="no" className="font-mono text-xs">
                    {schemeId}
                  </span>
                </TextLink>
              ),
            },
            {
              key: 'month',
              header: t('month'),
              className: 'whitespace-nowrap',
              cell: ({ month }) => <span translate="no">{month}</span>,
            },
            { key: 'goods', header: t('goods'), numeric: true, cell: ({ goods }) => <Count value={goods} /> },
            { key: 'border', header: t('border'), numeric: true, cell: ({ borderMinor }) => amount(borderMinor) },
            {
              key: 'declared',
              header: t('declared'),
              numeric: true,
              cell: ({ declaredMinor }) => amount(declaredMinor),
            },
            { key: 'vat', header: t('vat'), numeric: true, cell: ({ vatMinor }) => amount(vatMinor) },
            {
              key: 'difference',
              header: t('difference'),
              numeric: true,
              cell: ({ differenceMinor }) => amount(differenceMinor),
            },
            {
              key: 'match',
              header: t('state'),
              cell: ({ match }) => <Badge tone={TONES[match]}>{t(`match.${match}`)}</Badge>,
            },
          ]}
        />
      </Panel>
    </>
  );
}
