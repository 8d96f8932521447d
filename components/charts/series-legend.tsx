'use client';

import { useTranslations } from 'next-intl';
import { LineSwatch } from './chart-tooltip';
import { type ChartSeries, type SeriesKind, seriesColor } from './chart-types';
import { patternFill, SeriesPattern } from './series-pattern';

type SeriesLegendProps = {
  series: readonly ChartSeries[];
  kind: SeriesKind;
  hasPrevious: boolean;
  compare: 'previous' | 'year';
  patternId: string;
};

/** Names every series by the mark it is drawn with; nothing when one series without comparison speaks for itself. */
export function SeriesLegend({ series, kind, hasPrevious, compare, patternId }: SeriesLegendProps) {
  const t = useTranslations('ui.chart');
  if (series.length < 2 && !hasPrevious) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-1 text-muted text-xs">
      {series.map((one, index) => (
        <li key={one.key} className="flex items-center gap-1.5">
          {kind !== 'lines' ? (
            <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
              <SeriesPattern id={`${patternId}-key`} index={index} color={seriesColor(one, index)} />
              <rect
                width="12"
                height="12"
                fill={patternFill(`${patternId}-key`, index, seriesColor(one, index))}
                stroke={seriesColor(one, index)}
              />
            </svg>
          ) : (
            <LineSwatch color={seriesColor(one, index)} dashed={false} />
          )}
          {one.label}
        </li>
      ))}
      {hasPrevious
        ? series.map((one, index) => (
            <li key={`${one.key}-previous`} className="flex items-center gap-1.5">
              <LineSwatch color={series.length > 1 ? seriesColor(one, index) : 'var(--color-chart-previous)'} dashed />
              {t('previous', { series: one.label, compare })}
            </li>
          ))
        : null}
    </ul>
  );
}
