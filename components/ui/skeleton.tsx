import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** A grey shape where something will stand. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={clsx('animate-pulse rounded-sm bg-hover', className)} />;
}

/** Says once that the part is loading; the shapes themselves are silent. */
function Loading({ children, className }: { children: ReactNode; className?: string }) {
  const t = useTranslations('ui.state');
  return (
    <div className={className}>
      <output className="sr-only">{t('loading')}</output>
      {children}
    </div>
  );
}

/** The shape of a table: a head and rows of the table's own height. */
export function SkeletonTable({ rows, columns }: { rows: number; columns: number }) {
  const widths = ['w-3/4', 'w-1/2', 'w-2/3', 'w-5/6', 'w-1/3'];
  return (
    <Loading className="overflow-hidden">
      {Array.from({ length: rows + 1 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity
        <div key={row} className="flex h-9 items-center gap-4 border-line border-b px-3 first-of-type:bg-sunken">
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity
            <div key={column} className="min-w-0 flex-1">
              <Skeleton className={clsx('h-3', widths[(row + column) % widths.length])} />
            </div>
          ))}
        </div>
      ))}
    </Loading>
  );
}

/** The shape of a chart, of the chart's own height in pixels. */
export function SkeletonChart({ height = 240 }: { height?: number }) {
  const bars = [40, 65, 50, 80, 70, 45, 90, 60, 75, 55, 85, 68];
  return (
    <Loading>
      <div className="flex items-end gap-2 border-line border-b px-2" style={{ height }}>
        {bars.map((share) => (
          <div key={share} className="flex-1 animate-pulse rounded-sm bg-hover" style={{ height: `${share}%` }} />
        ))}
      </div>
    </Loading>
  );
}

/** The shape of a panel: a title and some lines. */
export function SkeletonPanel({ lines = 4 }: { lines?: number }) {
  return (
    <Loading className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4">
      <Skeleton className="h-4 w-40" />
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity
        <Skeleton key={line} className={clsx('h-3', line % 3 === 2 ? 'w-1/2' : 'w-full')} />
      ))}
    </Loading>
  );
}
