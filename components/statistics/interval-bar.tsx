import type { Rate } from '@/lib/kernel/wilson';

type IntervalBarProps = {
  /** `rate` is null where only the limits say something. */
  rate: Pick<Rate, 'low' | 'high'> & { readonly rate: number | null };
  /** The interval as text. */
  text: string;
  /** A rate to compare with, from 0 to 1: a thin line through the bar. */
  reference?: number;
  /** The rate at the end of the line. */
  end?: number;
};

/** A rate as a mark inside its interval on a line from 0 to 100 %, or to `end`, with the interval as text. */
export function IntervalBar({ rate, text, reference, end = 1 }: IntervalBarProps) {
  const at = (ratio: number) => `${Math.min(1, ratio / end) * 100}%`;
  return (
    <div className="flex items-center gap-2">
      <div className="relative h-3 min-w-16 flex-1 border-line border-b" aria-hidden="true">
        <div
          data-mark=""
          className="absolute top-1 h-1.5 rounded-full bg-chart-1"
          style={{ insetInlineStart: at(rate.low), width: at(rate.high - rate.low) }}
        />
        {reference === undefined ? null : (
          <div
            className="-top-1.5 -bottom-1.5 absolute border-chart-2 border-l border-dashed"
            style={{ insetInlineStart: at(reference) }}
          />
        )}
        {rate.rate === null ? null : (
          <div className="absolute top-0 h-3 border-ink border-l-2" style={{ insetInlineStart: at(rate.rate) }} />
        )}
      </div>
      <span className="whitespace-nowrap text-xs" translate="no">
        {text}
      </span>
    </div>
  );
}
