import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChartFigure } from '@/components/charts/chart-figure';
import { HistogramChart } from '@/components/charts/lazy-charts';
import { DataTable } from '@/components/table/data-table';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count, Duration, Percent } from '@/components/ui/quantity';
import { Stat, StatRow } from '@/components/ui/stat';
import { useDurationText } from '@/components/ui/use-duration-text';
import { type ReleaseTimes, releaseBucketOf } from '@/lib/statistics/release-time';

type ReleaseFigureProps = {
  current: ReleaseTimes;
  previous: ReleaseTimes | null;
  /** Where the figures are defined. */
  definition: ReactNode;
};

/** How long releases take, as figures, histogram and table; only released consignments are in it. */
export function ReleaseFigure({ current, previous, definition }: ReleaseFigureProps) {
  const t = useTranslations('statistics.release');
  const locale = useLocale();
  const duration = useDurationText();
  const { released, medianSeconds, p90Seconds, meanSeconds, withinGoal, histogram } = current;
  if (released === 0 || medianSeconds === null || p90Seconds === null || meanSeconds === null || withinGoal === null) {
    return (
      <Panel title={t('title')} description={t('none')}>
        {null}
      </Panel>
    );
  }
  const labelOf = (upToSeconds: number | null) => (upToSeconds === null ? t('longer') : duration(upToSeconds));
  const binAt = (seconds: number) => labelOf(histogram[releaseBucketOf(seconds)]?.upToSeconds ?? null);
  const before = (seconds: number | null | undefined) =>
    seconds === null || seconds === undefined ? undefined : t('before', { value: duration(seconds) });
  return (
    <ChartFigure
      title={t('title')}
      summary={t('summary', {
        count: released,
        released: formatDecimal(locale, released, 0),
        median: duration(medianSeconds),
        p90: duration(p90Seconds),
        within: formatPercent(locale, withinGoal),
      })}
      footnote={
        <>
          {t('note')} {definition}
        </>
      }
      table={
        <DataTable
          caption={t('caption')}
          captionHidden
          columns={[
            { key: 'upTo', header: t('upTo'), rowHeader: true, cell: (bin) => labelOf(bin.upToSeconds) },
            { key: 'released', header: t('released'), numeric: true, cell: (bin) => <Count value={bin.released} /> },
            {
              key: 'share',
              header: t('share'),
              numeric: true,
              cell: (bin) => <Percent ratio={bin.released / released} />,
            },
          ]}
          rows={histogram}
          rowKey={(bin) => String(bin.upToSeconds)}
          maxHeight="24rem"
        />
      }
    >
      <StatRow className="mb-3">
        <Stat label={t('median')} value={<Duration seconds={medianSeconds} />} hint={before(previous?.medianSeconds)} />
        <Stat label={t('p90')} value={<Duration seconds={p90Seconds} />} hint={before(previous?.p90Seconds)} />
        <Stat
          label={t('within')}
          value={<Percent ratio={withinGoal} />}
          hint={
            previous?.withinGoal === null || previous === null
              ? undefined
              : t('before', { value: formatPercent(locale, previous.withinGoal) })
          }
        />
      </StatRow>
      <HistogramChart
        label={t('chart')}
        bins={histogram.map((bin) => ({ label: labelOf(bin.upToSeconds), value: bin.released }))}
        unit={t('unit')}
        markers={[
          { bin: binAt(medianSeconds), text: t('median') },
          ...(binAt(p90Seconds) === binAt(medianSeconds) ? [] : [{ bin: binAt(p90Seconds), text: t('p90') }]),
        ]}
        height={200}
      />
    </ChartFigure>
  );
}
