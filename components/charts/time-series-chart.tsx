'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Area, Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { formatAxisDay, formatInstant } from '@/components/ui/format';
import { ChartTooltip, type TooltipLine } from './chart-tooltip';
import {
  CHART_HEIGHT_PX,
  type ChartSeries,
  seriesColor,
  type TimePoint,
  type TimeSeriesChartProps,
} from './chart-types';
import { type EndLabel, endLabels, endLabelsWidth } from './end-labels';
import { SeriesLegend } from './series-legend';
import { patternFill, SeriesPattern } from './series-pattern';
import { shareTicks } from './share-ticks';
import { axisValue, tooltipValue } from './value-format';

const tick = { fill: 'var(--color-muted)', fontSize: 12 };
const [ABOVE_PX, AXIS_PX] = [8, 30];
/** Up to so many points each has its dot. */
const DOTTED_MAX = 14;

/** Measures over time as stacked bars, stacked areas or lines; the period before as a dashed line. Draws what it is given, nothing else. */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const { label, series, points, kind, unit, events = [], references = [] } = props;
  const { height = CHART_HEIGHT_PX, format = 'count', compare = 'previous' } = props;
  const locale = useLocale();
  const t = useTranslations('ui.chart');
  const patternId = useId().replaceAll(/[^\w-]/g, '');
  const hasPrevious = points.some((point) => point.previous);
  // A line that ends before the last point has no end to stand at: then all are named above.
  const hasEndLabels =
    props.endLabels === true &&
    kind === 'lines' &&
    series.length > 1 &&
    series.every(({ key }) => points.at(-1)?.values[key] !== undefined);
  const shares = format === 'percent' ? shareTicks(points, kind) : null;
  const names = new Map(points.map(({ at, name }) => [at, name]));
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
          : [line(before, t('previous', { series: one.label, compare }), previousColor(index), true)]),
      ];
    });
  const ends = hasEndLabels ? endLabels(series, points.at(-1), plotOf(series, points, height)) : null;

  return (
    <div>
      {hasEndLabels ? null : (
        <SeriesLegend series={series} kind={kind} hasPrevious={hasPrevious} compare={compare} patternId={patternId} />
      )}
      <ComposedChart
        responsive
        data={[...points]}
        style={{ width: '100%', height }}
        margin={{
          top: events.length > 0 ? 20 : ABOVE_PX,
          right: hasEndLabels ? endLabelsWidth(series) : 8,
          bottom: 0,
          left: 0,
        }}
        title={label}
        barCategoryGap="20%"
        stackOffset="sign"
      >
        {series.map((one, index) => (
          <SeriesPattern key={one.key} id={patternId} index={index} color={seriesColor(one, index)} />
        ))}
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis
          dataKey="at"
          tickFormatter={(day: string) => names.get(day)?.short ?? formatAxisDay(locale, day)}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: 'var(--color-line-strong)' }}
          minTickGap={28}
        />
        <YAxis
          // Shares that stand on each other reach the whole and no further.
          domain={shares ? [0, shares.at(-1) ?? 1] : undefined}
          ticks={shares ?? undefined}
          // Rounded shares may add up to a trifle more than the whole.
          allowDataOverflow={shares !== null}
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
            const title = point.name?.long ?? formatInstant(locale, new Date(`${point.at}T00:00:00Z`), 'date');
            return <ChartTooltip title={title} lines={linesOf(point)} unit={unit} />;
          }}
        />
        {points.some((point) => series.some(({ key }) => (point.values[key] ?? 0) < 0)) ? (
          <ReferenceLine y={0} stroke="var(--color-line-strong)" />
        ) : null}
        {series.map((one, index) => {
          const shared = {
            dataKey: (point: TimePoint) => point.values[one.key],
            name: one.label,
            stroke: seriesColor(one, index),
            isAnimationActive: false,
          };
          const fill = patternFill(patternId, index, seriesColor(one, index));
          const dot =
            points.length <= DOTTED_MAX
              ? { r: 2.5, fill: seriesColor(one, index) }
              : lonelyDot(points, one.key, seriesColor(one, index));
          if (kind === 'bars')
            return (
              <Bar
                key={one.key}
                {...shared}
                stackId="all"
                fill={fill}
                strokeWidth={series.length > 1 ? 1 : 0}
                maxBarSize={36}
              />
            );
          if (kind === 'areas')
            return (
              <Area
                key={one.key}
                {...shared}
                stackId="all"
                fill={fill}
                fillOpacity={0.75}
                strokeWidth={1.5}
                dot={points.length < 2}
              />
            );
          return (
            <Line
              key={one.key}
              {...shared}
              strokeWidth={2}
              dot={dot}
              label={endLabel(ends?.get(one.key), points.length - 1, seriesColor(one, index))}
            />
          );
        })}
        {points.some((point) => point.range) ? (
          <Area
            dataKey={(point: TimePoint) => (point.range ? [...point.range] : undefined)}
            name={label}
            stroke="none"
            fill="var(--color-chart-1)"
            fillOpacity={0.2}
            isAnimationActive={false}
          />
        ) : null}
        {hasPrevious
          ? series.map((one, index) => (
              <Line
                key={`${one.key}-previous`}
                dataKey={(point: TimePoint) => point.previous?.[one.key]}
                name={t('previous', { series: one.label, compare })}
                stroke={previousColor(index)}
                strokeWidth={1.5}
                strokeDasharray="5 4"
                dot={false}
                isAnimationActive={false}
              />
            ))
          : null}
        {references.map(({ value, text }) => (
          <ReferenceLine
            key={`${value} ${text}`}
            y={value}
            ifOverflow="extendDomain"
            stroke="var(--color-ink)"
            strokeDasharray="6 3"
            label={{ value: text, position: 'insideTopLeft', fill: 'var(--color-ink)', fontSize: 12 }}
          />
        ))}
        {events.map(({ at, mark }) => (
          <ReferenceLine
            key={`${at} ${mark}`}
            x={at}
            stroke="var(--color-ink)"
            strokeDasharray="2 3"
            label={{ value: mark, position: 'top', fill: 'var(--color-ink)', fontSize: 12 }}
          />
        ))}
      </ComposedChart>
    </div>
  );
}

/** About where values lie between the axis and the top: near enough to keep names apart. */
function plotOf(series: readonly ChartSeries[], points: readonly TimePoint[], height: number) {
  const values = points.flatMap(({ values: all }) => series.map(({ key }) => all[key] ?? 0));
  return { low: Math.min(0, ...values), high: Math.max(0, ...values), height: height - ABOVE_PX - AXIS_PX };
}

/** A dot where a value has none beside it: a line would not show it. */
function lonelyDot(points: readonly TimePoint[], key: string, color: string) {
  const isThere = (index: number) => points[index]?.values[key] !== undefined;
  const isLonely = (index: number) => isThere(index) && !isThere(index - 1) && !isThere(index + 1);
  if (!points.some((_, index) => isLonely(index))) return false;
  return ({ cx, cy, index = 0 }: { cx?: number; cy?: number; index?: number }) =>
    isLonely(index) ? (
      <circle key={index} className="recharts-dot" cx={cx} cy={cy} r={2.5} fill={color} />
    ) : (
      <g key={index} />
    );
}

/** Recharts asks for a label at every point; only the last one gets it. */
function endLabel(end: EndLabel | undefined, last: number, color: string) {
  if (!end) return false;
  return ({ x, y, index }: { x?: number | string; y?: number | string; index?: number }) =>
    index === last ? (
      <text x={Number(x) + 8} y={Number(y) + end.shift} dy="0.32em" fill={color} fontSize={12} fontWeight={500}>
        {end.text}
      </text>
    ) : (
      <g />
    );
}
