import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { formatPercent } from '@/components/ui/format';
import { Count } from '@/components/ui/quantity';
import { sourceOf, YIELD_OUTCOMES, type Yield, type YieldKey, type YieldOutcome } from '@/lib/statistics/yields';

/** Told apart by their order, the legend and the figures beside; no two neighbours are alike. */
const FILL: Readonly<Record<YieldOutcome, string>> = {
  finding: 'bg-chart-1',
  conform: 'bg-chart-3',
  not_found: 'bg-chart-5',
  not_done: 'bg-chart-4',
  unexamined: 'bg-chart-2',
  documents: 'bg-chart-6',
  open: 'bg-line-strong',
};

type OutcomeBarsProps = { caption: string; rows: readonly Yield[]; nameOf: (source: YieldKey) => string };

/** What became of the selected, a divided bar and its figures for each source. */
export function OutcomeBars({ caption, rows, nameOf }: OutcomeBarsProps) {
  const t = useTranslations('yields');
  const locale = useLocale();
  const shown = YIELD_OUTCOMES.filter((outcome) => rows.some((row) => row.outcomes[outcome] > 0));
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        isDense
        rows={rows}
        rowKey={sourceOf}
        columns={[
          {
            key: 'source',
            header: t('source.column'),
            className: 'min-w-40',
            rowHeader: true,
            cell: (row) => nameOf(row),
          },
          {
            key: 'bar',
            header: t('column.share'),
            className: 'w-1/3 min-w-32',
            cell: (row) => (
              <div className="flex h-3 w-full overflow-hidden rounded-sm" aria-hidden="true">
                {shown.map((outcome) => (
                  <div
                    key={outcome}
                    data-mark=""
                    className={`${FILL[outcome]} border-surface not-last:border-r`}
                    style={{ width: `${(row.outcomes[outcome] / Math.max(1, row.selected)) * 100}%` }}
                  />
                ))}
              </div>
            ),
          },
          ...shown.map((outcome) => ({
            key: outcome,
            header: t(`outcome.${outcome}`),
            numeric: true,
            cell: (row: Yield) => (
              <>
                <Count value={row.outcomes[outcome]} />
                <span className="block text-muted text-xs">
                  {formatPercent(locale, row.outcomes[outcome] / Math.max(1, row.selected), 0)}
                </span>
              </>
            ),
          })),
        ]}
      />
      <dl className="flex flex-wrap gap-x-4 gap-y-1 border-line border-t px-4 py-2 text-xs">
        {shown.map((outcome) => (
          <div key={outcome} className="flex items-center gap-1.5">
            <span className={`size-3 rounded-sm ${FILL[outcome]}`} data-mark="" aria-hidden="true" />
            <dt>{t(`outcome.${outcome}`)}</dt>
            <dd className="text-muted">{t(`outcomeSays.${outcome}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
