'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import { formatAxisDay, formatInstant } from '@/components/ui/format';
import { ChartTooltip, type TooltipLine } from './chart-tooltip';
import { CHART_HEIGHT_PX, seriesColor, type TimePoint, type TimeSeriesChartProps } from './chart-types';
import { SeriesLegend } from './series-legend';
import { patternFill, SeriesPattern } from './series-pattern';
import { axisValue, tooltipValue } from './value-format';

const tick = { fill: 'var(--color-muted)', fontSize: 12 };

/** Measures over time as stacked bars or lines; the period before as a dashed line. Draws what it is given, nothing else. */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const { label, series, points, kind, unit, height = CHART_HEIGHT_PX, format = 'count' } = props;
  const locale = useLocale();
  const t = useTranslations('ui.chart');
  const patternId = useId().replaceAll(/[^\w-]/g, '');
  const hasPrevious = points.some((point) => point.previous);
  const previousColor = (index: number): string => {
    const one = series[index];
    return series.length > 1 && one ? seriesColor(one, index) : 'var(--color-chart-previous)';
  };
  const linesOf = (point: TimePoint): TooltipLine[] =>
    series.flatMap((one, index) => {
      const now = point.values[one.key];
      const before = point.previous?.[one.key];
      const line = (value: number, text: string, color: string, dashed: boolean): TooltipLine => ({
        key: `${one.key}-${dashed}`,
        label: text,
        value: tooltipValue(locale, value, format),
        color,
        dashed,
      });
      return [
        ...(now === undefined ? [] : [line(now, one.label, seriesColor(one, index), false)]),
        ...(before === undefined
          ? []
          : [line(before, t('previous', { series: one.label }), previousColor(index), true)]),
      ];
    });

  return (
    <div>
      <SeriesLegend series={series} kind={kind} hasPrevious={hasPrevious} patternId={patternId} />
      <ComposedChart
        responsive
        data={[...points]}
        style={{ width: '100%', height }}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        title={label}
        barCategoryGap="20%"
      >
        {series.map((one, index) => (
          <SeriesPattern key={one.key} id={patternId} index={index} color={seriesColor(one, index)} />
        ))}
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="at"
          tickFormatter={(day: string) => formatAxisDay(locale, day)}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--color-line-strong)' }}
          minTickGap={28}
        />
        <YAxis
          width="auto"
          tick={tick}
          tickLine={false}
          axisLine={false}
          allowDecimals={format !== 'count'}
          tickFormatter={(value: number) => axisValue(locale, value, format)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--color-hover)', stroke: 'var(--color-line-strong)' }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as TimePoint | undefined;
            if (!active || !point) return null;
            const title = formatInstant(locale, new Date(`${point.at}T00:00:00Z`), 'date');
            return <ChartTooltip title={title} lines={linesOf(point)} unit={unit} />;
          }}
        />
        {series.map((one, index) =>
          kind === 'bars' ? (
            <Bar
              key={one.key}
              dataKey={(point: TimePoint) => point.values[one.key]}
              name={one.label}
              stackId="all"
              fill={patternFill(patternId, index, seriesColor(one, index))}
              stroke={seriesColor(one, index)}
              strokeWidth={series.length > 1 ? 1 : 0}
              maxBarSize={36}
              isAnimationActive={false}
            />
          ) : (
            <Line
              key={one.key}
              dataKey={(point: TimePoint) => point.values[one.key]}
              name={one.label}
              stroke={seriesColor(one, index)}
              strokeWidth={2}
              dot={points.length <= 14 ? { r: 2.5, fill: seriesColor(one, index) } : false}
              isAnimationActive={false}
            />
          ),
        )}
        {hasPrevious
          ? series.map((one, index) => (
              <Line
                key={`${one.key}-previous`}
                dataKey={(point: TimePoint) => point.previous?.[one.key]}
                name={t('previous', { series: one.label })}
                stroke={previousColor(index)}
                strokeWidth={1.5}
                strokeDasharray="5 4"
                dot={false}
                isAnimationActive={false}
              />
            ))
          : null}
      </ComposedChart>
    </div>
  );
}
