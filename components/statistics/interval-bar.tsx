import type { Rate } from '@/lib/kernel/wilson';

/** A rate as a mark inside its interval on a line from 0 to 100 %, with the interval as text. */
export function IntervalBar({ rate, text }: { rate: Rate; text: string }) {
  const at = (ratio: number) => `${ratio * 100}%`;
  return (
    <div className="flex items-center gap-2">
      <div className="relative h-3 min-w-16 flex-1 border-line border-b" aria-hidden="true">
        <div
          data-mark=""
          className="absolute top-1 h-1.5 rounded-full bg-chart-1"
          style={{ insetInlineStart: at(rate.low), width: at(rate.high - rate.low) }}
        />
        <div className="absolute top-0 h-3 border-ink border-l-2" style={{ insetInlineStart: at(rate.rate) }} />
      </div>
      <span className="whitespace-nowrap text-xs" translate="no">
        {text}
      </span>
    </div>
  );
}
