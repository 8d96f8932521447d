import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Count } from '@/components/ui/quantity';
import type { Problem } from '@/lib/kernel/problem';
import { useProblemText } from './problem-text';

type ProblemTableProps = {
  problems: readonly Problem[];
  /** How often each was found, by code. */
  counts: Readonly<Record<string, number>>;
  caption: string;
};

/** Refused rows and remarks with line, field, rule and value; the first of each, and how many there are. */
export function ProblemTable({ problems, counts, caption }: ProblemTableProps) {
  const t = useTranslations('reference.load');
  const problemText = useProblemText();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        maxHeight="32rem"
        rows={problems.map((problem, index) => ({ problem, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            key: 'line',
            header: t('problemColumn.line'),
            rowHeader: true,
            className: 'align-top',
            cell: ({ problem }) => <Count value={problem.line ?? 0} />,
          },
          {
            key: 'severity',
            header: t('problemColumn.rule'),
            className: 'min-w-72 align-top',
            cell: ({ problem }) => (
              <>
                <Badge tone={problem.severity === 'error' ? 'danger' : 'neutral'}>
                  {t(problem.severity === 'error' ? 'refused' : 'remark')}
                </Badge>{' '}
                {problemText(problem)}
              </>
            ),
          },
          {
            key: 'field',
            header: t('problemColumn.field'),
            className: 'align-top',
            cell: ({ problem }) => <code translate="no">{problem.pointer}</code>,
          },
          {
            key: 'value',
            header: t('problemColumn.value'),
            className: 'max-w-md align-top',
            cell: ({ problem }) => (
              <bdi className="break-words" translate="no">
                {problem.value}
              </bdi>
            ),
          },
        ]}
      />
      {all > problems.length ? (
        <p className="px-4 py-2 text-muted text-sm">{t('more', { shown: problems.length, all })}</p>
      ) : null}
    </>
  );
}
