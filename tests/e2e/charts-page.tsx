import { NextIntlClientProvider } from 'next-intl';
import { createRoot } from 'react-dom/client';
import type { HistogramChartProps, TimeSeriesChartProps } from '@/components/charts/chart-types';
import { HistogramChart } from '@/components/charts/histogram-chart';
import { TimeSeriesChart } from '@/components/charts/time-series-chart';
import ui from '@/lib/messages/en/ui.json';

export type AskedChart =
  | { readonly chart: 'time'; readonly props: TimeSeriesChartProps }
  | { readonly chart: 'histogram'; readonly props: HistogramChartProps };

declare global {
  interface Window {
    draw?: (asked: AskedChart) => void;
  }
}

/** A page of one chart, for the tests alone: it draws whatever state they ask for. */
const element = document.getElementById('root');
if (!element) throw new Error('the page has no root');
const root = createRoot(element);
let drawing = 0;
window.draw = ({ chart, props }) => {
  drawing += 1;
  root.render(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ ui }}>
      <div key={drawing} id={`drawing-${drawing}`} style={{ width: 760 }}>
        {chart === 'time' ? <TimeSeriesChart {...props} /> : <HistogramChart {...props} />}
      </div>
    </NextIntlClientProvider>,
  );
};
