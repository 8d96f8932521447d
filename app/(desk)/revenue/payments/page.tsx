import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { PageHeader } from '@/components/shell/page-header';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Money } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { listPayments, UNMATCHED_SHOWN } from '@/db/queries/collection/list-payments';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { FileForm } from '../_components/file-form';
import { RevenueTabs } from '../_components/revenue-tabs';
import { MatchPayment } from './_components/match-payment';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('collection.payments'))('title') };
}

/** Money that came in: bank files, and the lines of them that wait for an account. */
export default async function PaymentsPage() {
  const actor = await requireActor('revenue.collect');
  const [t, { unmatched, files, choices }, { minorDigits }] = await Promise.all([
    getTranslations('collection.payments'),
    listPayments(actor),
    getCurrency(),
  ]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        meta={unmatched.length === UNMATCHED_SHOWN ? t('most', { count: UNMATCHED_SHOWN }) : undefined}
      />
      <RevenueTabs actor={actor} current="payments" />
      <Panel title={t('upload')} description={t('uploadText')}>
        <FileForm of="bank" address="/api/revenue/bank-files" />
      </Panel>
      <Panel title={t('unmatched')} description={t('unmatchedText')} flush={unmatched.length > 0}>
        <DataTable
          caption={t('unmatched')}
          captionHidden
          rows={unmatched}
          rowKey={({ paymentId }) => paymentId}
          empty={
            <State kind="empty" title={t('allMatched')}>
              {t('allMatchedText')}
            </State>
          }
          columns={[
            {
              key: 'payer',
              header: t('payer'),
              rowHeader: true,
              cell: ({ payer }) => <bdi translate="no">{payer}</bdi>,
            },
            {
              key: 'reference',
              header: t('reference'),
              cell: ({ reference }) => <bdi translate="no">{reference}</bdi>,
            },
            { key: 'day', header: t('day'), cell: ({ paidOn }) => <DateTime at={`${paidOn}T00:00:00Z`} show="date" /> },
            {
              key: 'file',
              header: t('file'),
              cell: ({ fileName, line }) => (
                <>
                  <bdi translate="no">{fileName}</bdi>
                  <span className="block text-muted text-xs">{t('line', { line: line ?? 0 })}</span>
                </>
              ),
            },
            {
              key: 'amount',
              header: t('amount'),
              numeric: true,
              cell: ({ amountMinor, currency }) => (
                <Money minor={amountMinor} currency={currency} exponent={minorDigits} />
              ),
            },
            {
              key: 'act',
              header: t('act'),
              cell: ({ paymentId, payer, currency }) => (
                <MatchPayment
                  paymentId={paymentId}
                  payer={payer}
                  choices={choices.filter((choice) => choice.currency === currency)}
                />
              ),
            },
          ]}
        />
      </Panel>
      <Panel title={t('files')} flush={files.length > 0}>
        <DataTable
          caption={t('files')}
          captionHidden
          rows={files}
          rowKey={({ fileId }) => fileId}
          empty={
            <State kind="empty" title={t('noFiles')}>
              {t('noFilesText')}
            </State>
          }
          columns={[
            { key: 'name', header: t('file'), rowHeader: true, cell: ({ name }) => <bdi translate="no">{name}</bdi> },
            { key: 'lines', header: t('lines'), numeric: true, cell: ({ lines }) => <Count value={lines} /> },
            { key: 'matched', header: t('matched'), numeric: true, cell: ({ matched }) => <Count value={matched} /> },
            { key: 'waiting', header: t('waiting'), numeric: true, cell: ({ waiting }) => <Count value={waiting} /> },
            {
              key: 'read',
              header: t('readBy'),
              cell: ({ readByName, readAt }) => (
                <>
                  <bdi translate="no">{readByName}</bdi>
                  <span className="block text-muted text-xs">
                    <DateTime at={readAt} />
                  </span>
                </>
              ),
            },
          ]}
        />
      </Panel>
    </>
  );
}
