import type { UnitValue } from '@/db/queries/consignment/get-unit-values';
import { barsOf, logScale } from '@/lib/risk/value-spread';

type ValueSpreadProps = {
  band: NonNullable<UnitValue['band']>;
  unitMinor: bigint | null;
  /** The amounts at both ends of the scale, as they are read. */
  money: (minor: bigint) => string;
};

const SIZE = { width: 320, height: 56, base: 44 } as const;

/**
 * The learned values a piece as bars on a logarithmic scale, the band shaded, the middle and the declared value marked. The sentence and
 * the table beside it say all that the drawing says.
 */
export function ValueSpread({ band, unitMinor, money }: ValueSpreadProps) {
  const bars = barsOf(band.histogram);
  const [low, median, high] = [band.lowMinor, band.medianMinor, band.highMinor].map(Number) as [number, number, number];
  const declared = unitMinor === null ? null : Number(unitMinor);
  const at = logScale([low, high, ...(declared ? [declared] : []), ...bars.flatMap(({ from, to }) => [from, to])]);
  const x = (minor: number) => at(minor) * SIZE.width;
  const most = Math.max(1, ...bars.map(({ items }) => items));
  const ends = [bars[0]?.from ?? low, bars.at(-1)?.to ?? high].map((minor) => money(BigInt(Math.round(minor))));
  return (
    <div className="max-w-96">
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        className="h-14 w-full"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect
          x={x(low)}
          width={Math.max(1, x(high) - x(low))}
          y={0}
          height={SIZE.base}
          fill="var(--color-selected)"
          data-mark=""
        />
        {bars.map(({ from, to, items }) => (
          <rect
            key={from}
            x={x(from) + 0.5}
            width={Math.max(0.5, x(to) - x(from) - 1)}
            y={SIZE.base - (items / most) * (SIZE.base - 4)}
            height={(items / most) * (SIZE.base - 4)}
            fill="var(--color-chart-previous)"
            data-mark=""
          />
        ))}
        <line x1={0} x2={SIZE.width} y1={SIZE.base} y2={SIZE.base} stroke="var(--color-line-strong)" />
        <line x1={x(median)} x2={x(median)} y1={0} y2={SIZE.base} stroke="var(--color-ink)" strokeDasharray="3 2" />
        {declared === null ? null : (
          <>
            <line
              x1={x(declared)}
              x2={x(declared)}
              y1={0}
              y2={SIZE.base}
              stroke="var(--color-chart-2)"
              strokeWidth={2}
            />
            <path d={`M ${x(declared)} ${SIZE.base + 1} l 5 10 h -10 Z`} fill="var(--color-chart-2)" data-mark="" />
          </>
        )}
      </svg>
      <p className="flex justify-between text-muted text-xs" translate="no" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  );
}
