import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import { DISPUTES_SHOWN, listDisputes } from '@/db/queries/appeals/list-disputes';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { RevenueTabs } from '../_components/revenue-tabs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('appeal.list'))('title') };
}

/** Appeals in the actor's offices, those that are open first. */
export default async function DisputesPage() {
  const actor = await requireActor('consignment.read');
  const [t, tAppeal, rows, { minorDigits }] = await Promise.all([
    getTranslations('appeal.list'),
    getTranslations('appeal'),
    listDisputes(actor),
    getCurrency(),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        meta={rows.length === DISPUTES_SHOWN ? t('most', { count: DISPUTES_SHOWN }) : undefined}
      />
      <RevenueTabs actor={actor} current="disputes" />
      <DataTable
        caption={t('title')}
        captionHidden
        rows={rows}
        rowKey={({ appealId }) => appealId}
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
            cell: ({ consignmentId, reference }) => (
              <TextLink href={routes.appeals(consignmentId)}>
                <span translate="no">{reference}</span>
              </TextLink>
            ),
          },
          {
            key: 'lodged',
            header: t('lodged'),
            cell: ({ acts }) => <DateTime at={`${acts[0]?.happenedOn}T00:00:00Z`} show="date" />,
          },
          { key: 'stage', header: tAppeal('stage'), cell: ({ stage }) => tAppeal(`stageName.${stage}`) },
          {
            key: 'state',
            header: t('state'),
            cell: ({ state }) => (
              <Badge tone={state === 'open' ? 'info' : 'neutral'}>{tAppeal(`state.${state}`)}</Badge>
            ),
          },
          {
            key: 'claimed',
            header: tAppeal('claimed'),
            numeric: true,
            cell: ({ claimedMinor, currency }) => (
              <Money minor={claimedMinor} currency={currency} exponent={minorDigits} />
            ),
          },
          {
            key: 'secured',
            header: tAppeal('secured'),
            numeric: true,
            cell: ({ securedMinor, currency }) => (
              <Money minor={securedMinor} currency={currency} exponent={minorDigits} />
            ),
          },
          {
            key: 'remitted',
            header: tAppeal('remitted'),
            numeric: true,
            cell: ({ remittedMinor, currency }) => (
              <Money minor={remittedMinor} currency={currency} exponent={minorDigits} />
            ),
          },
        ]}
      />
    </>
  );
}
