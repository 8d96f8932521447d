'use client';

import { useLocale } from 'next-intl';
import { Bar, BarChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { ChartTooltip } from './chart-tooltip';
import { CHART_HEIGHT_PX, type HistogramBin, type HistogramChartProps } from './chart-types';
import { axisValue, tooltipValue } from './value-format';

const LETTER_PX = 6.4;
const tick = { fill: 'var(--color-muted)', fontSize: 12 };

/** How often each band of a measure occurs; named positions such as the median as labelled lines. */
export function HistogramChart({ label, bins, unit, markers = [], height = CHART_HEIGHT_PX }: HistogramChartProps) {
  const locale = useLocale();
  return (
    <BarChart
      responsive
      data={[...bins]}
      style={{ width: '100%', height }}
      margin={{ top: markers.length > 0 ? 22 : 8, right: 8, bottom: 0, left: 0 }}
      barCategoryGap={1}
      title={label}
    >
      <CartesianGrid vertical={false} stroke="var(--color-line)" />
      <XAxis
        dataKey="label"
        tick={tick}
        tickLine={false}
        axisLine={{ stroke: 'var(--color-line-strong)' }}
        minTickGap={12}
      />
      <YAxis
        width="auto"
        tick={tick}
        tickLine={false}
        axisLine={false}
        allowDecimals={false}
        tickFormatter={(value: number) => axisValue(locale, value, 'count')}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--color-hover)' }}
        content={({ active, payload }) => {
          const bin = payload?.[0]?.payload as HistogramBin | undefined;
          if (!active || !bin) return null;
          const value = tooltipValue(locale, bin.value, 'count');
          const line = { key: 'value', label, value, color: 'var(--color-chart-1)', dashed: false };
          return <ChartTooltip title={bin.label} lines={[line]} unit={unit} />;
        }}
      />
      <Bar dataKey="value" fill="var(--color-chart-1)" isAnimationActive={false} />
      {markers.map((marker) => (
        <ReferenceLine
          key={marker.text}
          x={marker.bin}
          stroke="var(--color-ink)"
          strokeWidth={1.5}
          strokeDasharray="2 2"
          label={{
            value: marker.text,
            // Over the first bars it would stand on the figures of the axis, over the last ones beyond the drawing.
            dx: shiftOf(
              bins.findIndex(({ label: bin }) => bin === marker.bin) / Math.max(1, bins.length - 1),
              marker.text,
            ),
            position: 'top',
            fill: 'var(--color-ink)',
            fontSize: 12,
          }}
        />
      ))}
    </BarChart>
  );
}

/** Where the words of a marker stand over its line, in pixels to its right: in the middle around it, near the ends to its inner side. */
function shiftOf(share: number, text: string): number {
  const half = (text.length * LETTER_PX) / 2;
  return share < 0.1 ? half : share > 0.9 ? -half : 0;
}
