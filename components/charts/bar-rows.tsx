import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import { seriesFill } from './series-fill';

export type BarRow = {
  readonly key: string;
  readonly label: ReactNode;
  /** One value for each series; what is unknown is nothing. */
  readonly values: readonly (number | null)[];
  /** The value or sum, in words, at the end of the bar. */
  readonly text: string;
  readonly href?: string;
  /** A line drawn under the bar with what it stands for, as a limit of the law between two bands of value. */
  readonly below?: string;
};

type BarRowsProps = {
  rows: readonly BarRow[];
  /** Names of the series that stand on each other; one needs none. */
  series: readonly string[];
};

const ofSign = (values: readonly (number | null)[], sign: 1 | -1): number =>
  values.reduce<number>((sum, value) => sum + Math.max(0, sign * (value ?? 0)), 0);

/** Lying bars from one zero line, what fell to its left; each says its value. Drawn by the server; the table beside it says the same aloud. */
export function BarRows({ rows, series }: BarRowsProps) {
  const right = Math.max(0, ...rows.map(({ values }) => ofSign(values, 1)));
  const left = Math.max(0, ...rows.map(({ values }) => ofSign(values, -1)));
  const span = right + left || 1;
  const zero = (left / span) * 100;
  return (
    <div>
      {series.length > 1 ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-2 text-muted text-xs">
          {series.map((name, index) => (
            <li key={name} className="flex items-center gap-1.5">
              <span
                className="size-3 border"
                style={{ ...seriesFill(index), borderColor: `var(--color-chart-${(index % 6) + 1})` }}
                aria-hidden="true"
              />
              {name}
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="flex flex-col gap-1 text-sm" data-bars="">
        {rows.map((row) => (
          <li
            key={row.key}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 max-sm:gap-y-0 sm:grid-cols-[minmax(5rem,26%)_minmax(0,1fr)_auto]"
          >
            {/* A narrow screen has no room for names beside bars: they stand above them, whole. */}
            <span className="max-sm:col-span-2 max-sm:pt-1 sm:truncate sm:text-right">
              {row.href ? (
                <TextLink href={row.href} scroll={false}>
                  {row.label}
                </TextLink>
              ) : (
                row.label
              )}
            </span>
            <span className="relative block h-5" aria-hidden="true">
              <Side values={row.values} sign={1} start={zero} span={span} />
              <Side values={row.values} sign={-1} start={zero} span={span} />
              <span className="absolute inset-y-0 border-line-strong border-l" style={{ left: `${zero}%` }} />
            </span>
            <span className="min-w-14 text-right" translate="no">
              {row.text}
            </span>
            {row.below ? (
              <span className="col-span-2 flex items-center sm:col-span-3 gap-2 text-xs before:w-6 before:border-ink before:border-t before:border-dashed after:flex-1 after:border-ink after:border-t after:border-dashed">
                {row.below}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

type SideProps = { values: BarRow['values']; sign: 1 | -1; start: number; span: number };

function Side({ values, sign, start, span }: SideProps) {
  let from = 0;
  return values.map((value, index) => {
    const share = (Math.max(0, sign * (value ?? 0)) / span) * 100;
    if (share === 0) return null;
    const at = sign > 0 ? start + from : start - from - share;
    from += share;
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: a series has its place and nothing else
        key={index}
        data-mark=""
        className="absolute inset-y-0"
        style={{ left: `${at}%`, width: `${share}%`, ...seriesFill(values.length === 1 && sign < 0 ? 3 : index) }}
      />
    );
  });
}
