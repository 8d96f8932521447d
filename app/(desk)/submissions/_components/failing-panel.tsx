import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { FailingSubmission } from '@/db/queries/intake/list-failing';
import { RetryForm } from './retry-form';

/** What stands still for a fault of ours: what failed, when it is tried again, and the way to try it at once. */
export function FailingPanel({ rows }: { rows: readonly FailingSubmission[] }) {
  const t = useTranslations('submissions.failing');
  const locale = useLocale();
  const retryOf = (row: FailingSubmission) =>
    row.retryAskedBy ? null : (
      <RetryForm
        submissionId={row.submissionId}
        faults={row.faults}
        receivedAt={formatInstant(locale, new Date(row.receivedAt), 'datetime')}
      />
    );
  if (rows.length === 0) return null;
  return (
    <Panel id="failing" title={t('title', { count: rows.length })} description={t('text')} flush>
      <DataTable
        caption={t('title', { count: rows.length })}
        captionHidden
        rows={rows}
        rowKey={(row) => row.submissionId}
        columns={[
          {
            key: 'submission',
            header: t('submission'),
            rowHeader: true,
            cell: (row) => (
              <>
                <TextLink href={routes.submission(row.submissionId)}>
                  <DateTime at={row.receivedAt} />
                </TextLink>
                <span className="block text-muted" translate="no">
                  {row.partnerName}
                </span>
                {/* Where the table is wider than a phone, the way to try again stands in what is in sight. */}
                <div className="mt-1 sm:hidden">{retryOf(row)}</div>
              </>
            ),
          },
          {
            key: 'fault',
            header: t('fault'),
            className: 'min-w-56',
            cell: (row) => (
              <span className="wrap-anywhere font-mono text-xs" translate="no">
                {row.fault ?? t('unknown')}
              </span>
            ),
          },
          { key: 'faults', header: t('faults'), numeric: true, cell: (row) => row.faults },
          {
            key: 'next',
            header: t('next'),
            cell: (row) =>
              row.retryAskedBy ? (
                <>
                  {t('asked')} <span translate="no">{row.retryAskedBy}</span>
                </>
              ) : (
                <DateTime at={row.retryAt} />
              ),
          },
          {
            key: 'retry',
            header: t('retry'),
            className: 'max-sm:hidden',
            cell: retryOf,
          },
        ]}
      />
    </Panel>
  );
}
