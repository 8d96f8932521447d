'use client';

import dynamic from 'next/dynamic';
import { SkeletonChart } from '@/components/ui/skeleton';
import type { HistogramChartProps, TimeSeriesChartProps } from './chart-types';

const LoadedTimeSeries = dynamic(() => import('./time-series-chart').then((file) => file.TimeSeriesChart), {
  ssr: false,
  loading: () => <SkeletonChart />,
});
const LoadedHistogram = dynamic(() => import('./histogram-chart').then((file) => file.HistogramChart), {
  ssr: false,
  loading: () => <SkeletonChart />,
});

/** A chart over time whose drawing code is fetched only where one is shown. */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  return <LoadedTimeSeries {...props} />;
}

/** A histogram whose drawing code is fetched only where one is shown. */
export function HistogramChart(props: HistogramChartProps) {
  return <LoadedHistogram {...props} />;
}
