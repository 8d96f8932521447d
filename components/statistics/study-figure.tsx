import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import { Count, Duration, Percent } from '@/components/ui/quantity';
import { useDurationText } from '@/components/ui/use-duration-text';
import type { FilterDimension } from '@/lib/statistics/filter';
import type { Stretch, StudyRow } from '@/lib/statistics/release-study';
import { MemberName, useMemberText } from './member-name';

type StudyFigureProps = {
  /** By each cause, the members of it. */
  causes: readonly { readonly by: FilterDimension; readonly rows: readonly StudyRow[] }[];
  officeNames: ReadonlyMap<string, string>;
  /** Where the figures are defined. */
  definition: ReactNode;
};

/** A time release study: mean, median, mode, range and nine in ten by what release takes short or long by. */
export function StudyFigure({ causes, officeNames, definition }: StudyFigureProps) {
  const t = useTranslations('dashboards.study');
  const tStatistics = useTranslations('statistics');
  const memberText = useMemberText(officeNames);
  const isByHour = causes.length === 1 && causes[0]?.by === 'hour';
  const title = t(isByHour ? 'titleByHour' : 'title');
  const rows = causes.flatMap(({ by, rows: own }) => own.map((row) => ({ ...row, by })));
  return (
    <Panel title={title} description={t('about')} flush className="xl:col-span-2">
      <DataTable
        caption={title}
        captionHidden
        isDense
        rows={rows}
        rowKey={({ by, member }) => `${by} ${member}`}
        columns={[
          ...(isByHour
            ? []
            : [
                {
                  key: 'by',
                  header: t('cause'),
                  cell: ({ by }: (typeof rows)[number]) => (
                    <span className="text-muted">{tStatistics(`dimension.${by}`)}</span>
                  ),
                },
              ]),
          {
            key: 'member',
            header: isByHour ? tStatistics('dimension.hour') : t('member'),
            rowHeader: true,
            cell: ({ by, member }) => <MemberName {...memberText(by, member)} />,
          },
          {
            key: 'released',
            header: t('released'),
            numeric: true,
            cell: ({ times }) => <Count value={times.released} />,
          },
          { key: 'mean', header: t('mean'), numeric: true, cell: ({ times }) => <Seconds value={times.meanSeconds} /> },
          {
            key: 'median',
            header: t('median'),
            numeric: true,
            cell: ({ times }) => <Seconds value={times.medianSeconds} />,
          },
          { key: 'mode', header: t('mode'), numeric: true, cell: ({ mode }) => <StretchText stretch={mode} /> },
          { key: 'range', header: t('range'), numeric: true, cell: ({ range }) => <StretchText stretch={range} /> },
          { key: 'p90', header: t('p90'), numeric: true, cell: ({ times }) => <Seconds value={times.p90Seconds} /> },
          {
            key: 'within',
            header: t('within'),
            numeric: true,
            cell: ({ times }) => (times.withinGoal === null ? '–' : <Percent ratio={times.withinGoal} />),
          },
        ]}
      />
      <p className="px-4 py-2 text-muted text-xs">
        {t('note')} {definition}
      </p>
    </Panel>
  );
}

function Seconds({ value }: { value: number | null }) {
  return value === null ? '–' : <Duration seconds={value} />;
}

function StretchText({ stretch }: { stretch: Stretch | null }) {
  const t = useTranslations('dashboards.study');
  const duration = useDurationText();
  if (!stretch) return '–';
  const { fromSeconds, toSeconds } = stretch;
  if (toSeconds === null) return t('longer', { from: duration(fromSeconds) });
  return fromSeconds === 0
    ? t('upTo', { to: duration(toSeconds) })
    : t('between', { from: duration(fromSeconds), to: duration(toSeconds) });
}
