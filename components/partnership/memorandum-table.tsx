import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { State } from '@/components/ui/state';
import type { MemorandumRow } from '@/db/queries/partnership/list-memoranda';

const TONES: Readonly<Record<MemorandumRow['state'], Tone>> = {
  ahead: 'info',
  in_force: 'success',
  over: 'neutral',
  ended: 'danger',
};

type MemorandumTableProps = {
  rows: readonly MemorandumRow[];
  /** What can be done to one that is not over. */
  actionOf?: (row: MemorandumRow) => ReactNode;
};

/** Memoranda with what each lets be shared. */
export function MemorandumTable({ rows, actionOf }: MemorandumTableProps) {
  const t = useTranslations('partnership.memoranda');
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      rows={rows}
      rowKey={({ memorandumId }) => memorandumId}
      empty={
        <State kind="empty" title={t('empty')}>
          {t('emptyText')}
        </State>
      }
      columns={[
        {
          key: 'title',
          header: t('column.title'),
          rowHeader: true,
          className: 'min-w-40',
          cell: ({ title }) => <span translate="no">{title}</span>,
        },
        { key: 'with', header: t('column.with'), cell: ({ withName }) => <span translate="no">{withName}</span> },
        {
          key: 'subject',
          header: t('column.subject'),
          className: 'min-w-40',
          cell: (row) => t(`subjects.${row.subject}`),
        },
        {
          key: 'basis',
          header: t('column.basis'),
          className: 'min-w-40',
          cell: ({ legalBasis }) => <span translate="no">{legalBasis}</span>,
        },
        {
          key: 'period',
          header: t('column.period'),
          className: 'whitespace-nowrap',
          cell: ({ validFrom, validTo }) =>
            t.rich('period', {
              from: () => <DateTime at={validFrom} show="date" />,
              to: () => <DateTime at={validTo} show="date" />,
            }),
        },
        {
          key: 'state',
          header: t('column.state'),
          cell: ({ state, endReason }) => (
            <>
              <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
              {endReason ? (
                <span className="block text-muted text-xs" translate="no">
                  {endReason}
                </span>
              ) : null}
            </>
          ),
        },
        ...(actionOf
          ? [
              {
                key: 'by',
                header: t('column.by'),
                cell: ({ enteredByName }: MemorandumRow) => <span translate="no">{enteredByName}</span>,
              },
              {
                key: 'action',
                header: t('column.action'),
                cell: (row: MemorandumRow) =>
                  row.state === 'in_force' || row.state === 'ahead' ? actionOf(row) : null,
              },
            ]
          : []),
      ]}
    />
  );
}
