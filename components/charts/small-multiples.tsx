import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';

export type SmallChart = {
  readonly key: string;
  readonly name: ReactNode;
  /** The name is one of the world and no word of the product. */
  readonly isData: boolean;
  readonly values: readonly (number | null)[];
  /** The sum or the last value, in words. */
  readonly text: string;
  readonly href?: string;
};

type SmallMultiplesProps = {
  charts: readonly SmallChart[];
  /** The largest and the smallest value of all, in words. */
  ends: { readonly high: string; readonly low: string };
  /** The first and the last point, in words. */
  from: string;
  to: string;
};

const HEIGHT = 40;

/** Small charts of one scale side by side, so that their heights compare. Drawn by the server; the table beside them says the same aloud. */
export function SmallMultiples({ charts, ends, from, to }: SmallMultiplesProps) {
  const all = charts.flatMap(({ values }) => values.map((value) => value ?? 0));
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const y = (value: number) => ((high - value) / (high - low || 1)) * HEIGHT;
  return (
    <div>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-5 gap-y-4">
        {charts.map((chart) => (
          <li key={chart.key} className="min-w-0">
            <p className="flex items-baseline gap-2 text-sm">
              <span className="min-w-0 flex-1 truncate" translate={chart.isData ? 'no' : undefined}>
                {chart.href ? (
                  <TextLink href={chart.href} scroll={false}>
                    {chart.name}
                  </TextLink>
                ) : (
                  chart.name
                )}
              </span>
              <span className="font-medium" translate="no">
                {chart.text}
              </span>
            </p>
            <svg
              aria-hidden="true"
              viewBox={`0 0 100 ${HEIGHT}`}
              preserveAspectRatio="none"
              className="h-16 w-full overflow-visible"
            >
              <line
                x1="0"
                x2="100"
                y1={y(0)}
                y2={y(0)}
                stroke="var(--color-line-strong)"
                vectorEffect="non-scaling-stroke"
              />
              {chart.values.length === 0 ? null : chart.values.length === 1 ? (
                <line
                  data-mark=""
                  x1="50"
                  x2="50"
                  y1={y(0)}
                  y2={y(chart.values[0] ?? 0)}
                  stroke="var(--color-chart-1)"
                  strokeWidth={6}
                  vectorEffect="non-scaling-stroke"
                />
              ) : (
                <>
                  <path d={areaOf(chart.values, y)} fill="var(--color-chart-1)" opacity={0.15} />
                  <path
                    data-mark=""
                    d={lineOf(chart.values, y)}
                    fill="none"
                    stroke="var(--color-chart-1)"
                    strokeWidth={1.75}
                    strokeLinejoin="round"
                    strokeLinecap="round"
                    vectorEffect="non-scaling-stroke"
                  />
                </>
              )}
            </svg>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap justify-between gap-x-4 pt-2 text-muted text-xs" translate="no">
        <span>
          {from} – {to}
        </span>
        <span>
          {ends.low} – {ends.high}
        </span>
      </p>
    </div>
  );
}

type Point = readonly [x: number, value: number];

/** Points with a value, in runs: where there is none, as the mean of nothing, nothing is drawn rather than nought. */
function runsOf(values: readonly (number | null)[]): readonly Point[][] {
  const step = 100 / Math.max(1, values.length - 1);
  const runs: Point[][] = [[]];
  for (const [at, value] of values.entries())
    if (value === null) runs.push([]);
    else runs.at(-1)?.push([at * step, value]);
  return runs.filter((run) => run.length > 0);
}

const pathOf = (run: readonly Point[], y: (value: number) => number) =>
  run.map(([x, value]) => `${x.toFixed(2)} ${y(value).toFixed(2)}`).join('L');

/** A point alone is a dot: a line of no length with round ends. */
const lineOf = (values: readonly (number | null)[], y: (value: number) => number): string =>
  runsOf(values)
    .map((run) => `M${pathOf(run.length === 1 ? [...run, ...run] : run, y)}`)
    .join('');

const areaOf = (values: readonly (number | null)[], y: (value: number) => number): string =>
  runsOf(values)
    .map((run) => `M${pathOf(run, y)}L${run.at(-1)?.[0].toFixed(2)} ${y(0)}L${run[0]?.[0].toFixed(2)} ${y(0)}Z`)
    .join('');
