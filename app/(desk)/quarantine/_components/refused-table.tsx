import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ProblemSentence } from '@/components/quality/problem-sentence';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { TextLink } from '@/components/ui/text-link';
import type { OpenRecord } from '@/db/queries/intake/list-quarantine';

type RefusedTableProps = {
  rows: readonly OpenRecord[];
  /** The rule the list is narrowed to; the next record is looked for among those that break it. */
  rule: string | null;
  isPartner: boolean;
};

/** Refused records, one a row, with the first thing that is wrong. */
export function RefusedTable({ rows, rule, isPartner }: RefusedTableProps) {
  const t = useTranslations('quarantine');
  const partner = {
    key: 'partner',
    header: t('column.partner'),
    cell: (row: OpenRecord) => <span translate="no">{row.partnerName}</span>,
  };
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.submissionId} ${row.recordNumber}`}
      columns={[
        {
          key: 'reference',
          header: t('column.reference'),
          rowHeader: true,
          cell: (row) => (
            <TextLink
              href={routes.refusedRecord(row.submissionId, row.recordNumber, { rule })}
              data={row.reference !== null}
            >
              {row.reference ?? t('noReference')}
            </TextLink>
          ),
        },
        {
          key: 'problems',
          header: t('column.problems'),
          className: 'min-w-56',
          cell: (row) => {
            const [first, ...more] = row.problems.filter((problem) => problem.severity === 'error');
            return first ? (
              <>
                <span className="line-clamp-3">
                  <ProblemSentence problem={first} format={row.format} />
                </span>
                {more.length > 0 ? (
                  <span className="text-muted text-xs">{t('more', { count: more.length })}</span>
                ) : null}
              </>
            ) : null;
          },
        },
        ...(isPartner ? [] : [partner]),
        {
          key: 'file',
          header: t('column.file'),
          className: 'min-w-44',
          cell: (row) => (
            <span className="break-all" translate={row.fileName ? 'no' : undefined}>
              {row.fileName ?? t(row.replayOf ? 'sentAgain' : 'noName')}
            </span>
          ),
        },
        { key: 'line', header: t('column.line'), numeric: true, cell: (row) => row.line },
        { key: 'when', header: t('column.when'), cell: (row) => <DateTime at={row.quarantinedAt} /> },
      ]}
    />
  );
}
