import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { ButtonLink } from '@/components/ui/button-link';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { PostingRow } from '@/db/queries/collection/list-postings';
import { listSchemeSales } from '@/db/queries/collection/reconcile-sales';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { parseMonth } from '@/lib/collection/month';
import { can } from '@/lib/identity/permissions';
import { parseDay } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';

type Props = {
  params: Promise<{ scheme: string; month: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const ROWS = 50;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { scheme, month } = await props.params;
  return { title: (await getTranslations('collection.schemeSales'))('title', { scheme, month }) };
}

/** The goods that came over the border under a scheme in a month. */
export default async function SchemeSalesPage(props: Props) {
  const actor = await requireActor('revenue.measure');
  const [{ scheme, month: asked }, { after }] = await Promise.all([props.params, props.searchParams]);
  const month = parseMonth(asked) ?? notFound();
  const [t, tKind, { currency, minorDigits }] = await Promise.all([
    getTranslations('collection.schemeSales'),
    getTranslations('collection.postingKind'),
    getCurrency(),
  ]);
  const found = await listSchemeSales(
    actor,
    { schemeId: scheme, month, currency },
    { after: cursorOf(after), rows: ROWS + 1 },
  );
  const rows = found.slice(0, ROWS);
  const last = found.length > ROWS ? rows.at(-1) : undefined;
  const mayOpen = can(actor, 'consignment.read');
  const here = routes.reconciledScheme(scheme, month);
  return (
    <>
      <PageHeader
        title={t('title', { scheme, month })}
        lead={t('lead')}
        back={{ href: routes.reconciliation(), label: t('back') }}
      />
      <Panel flush={rows.length > 0}>
        <DataTable<PostingRow>
          caption={t('caption')}
          captionHidden
          rows={rows}
          rowKey={({ postingId }) => postingId}
          empty={
            <State kind="empty" title={t('none')}>
              {t('noneText')}
            </State>
          }
          columns={[
            {
              key: 'reference',
              header: t('reference'),
              rowHeader: true,
              cell: ({ reference, subjectId }) =>
                mayOpen ? (
                  <TextLink href={routes.consignment(subjectId, { from: here })}>
                    <span translate="no">{reference}</span>
                  </TextLink>
                ) : (
                  <span translate="no">{reference}</span>
                ),
            },
            {
              key: 'day',
              header: t('day'),
              cell: ({ bookedOn }) => <DateTime at={`${bookedOn}T00:00:00Z`} show="date" />,
            },
            { key: 'kind', header: t('posting'), cell: ({ kind }) => tKind(kind) },
            {
              key: 'value',
              header: t('value', { currency }),
              numeric: true,
              cell: ({ amountMinor }) => (
                <Money minor={amountMinor} currency={currency} exponent={minorDigits} showCurrency={false} />
              ),
            },
          ]}
        />
      </Panel>
      {last ? (
        <div>
          <ButtonLink href={routes.reconciledScheme(scheme, month, { after: `${last.bookedOn}_${last.postingId}` })}>
            {t('next')}
          </ButtonLink>
        </div>
      ) : null}
    </>
  );
}

function cursorOf(text: string | string[] | undefined) {
  const [day = '', postingId = ''] = typeof text === 'string' ? text.split('_') : [];
  const bookedOn = parseDay(day);
  return bookedOn !== null && isUuid(postingId) ? { bookedOn, postingId } : null;
}
