import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import {
  Cell,
  HeadCell,
  Row,
  RowHeaderCell,
  type Sort,
  Table,
  TableCaption,
  TableRegion,
} from '@/components/table/table-parts';
import { formatPercent } from '@/components/ui/format';
import { TextLink } from '@/components/ui/text-link';

export type ShareRow = {
  key: string;
  label: ReactNode;
  /** A code printed before the label, as `61` or `CN`. */
  code?: string;
  value: ReactNode;
  /** Of the whole, which is 1. What fell below nothing has no bar: its value says it. */
  share: number;
  /** The share one period before, as a tick on the bar. */
  previousShare?: number;
  /** How the value moved against the period before. */
  change?: ReactNode;
  /** The list narrowed to this row. */
  href?: string;
};

type ShareBarsProps = {
  caption: string;
  captionHidden?: boolean;
  columns: { label: string; value: string; share: string; change?: string };
  /** Links by which the list is put in order. */
  sort?: { value: Sort; change: Sort };
  /** What the tick on a bar stands for. */
  tickNote?: string;
  rows: readonly ShareRow[];
};

/** A ranked list with a bar for each share: chart and table in one, drawn by the server. */
export function ShareBars({ caption, captionHidden = true, columns, rows, sort, tickNote }: ShareBarsProps) {
  const locale = useLocale();
  const t = useTranslations('ui.chart');
  const longest = Math.max(0.000_1, ...rows.flatMap((row) => [row.share, row.previousShare ?? 0]));
  return (
    <>
      <TableRegion label={caption}>
        <Table>
          <TableCaption hidden={captionHidden}>{caption}</TableCaption>
          <thead>
            <tr>
              <HeadCell>{columns.label}</HeadCell>
              <HeadCell numeric sort={sort?.value}>
                {columns.value}
              </HeadCell>
              {columns.change ? (
                <HeadCell numeric sort={sort?.change}>
                  {columns.change}
                </HeadCell>
              ) : null}
              <HeadCell className="w-1/3">{columns.share}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key}>
                <RowHeaderCell>
                  {row.code ? (
                    <code className="mr-2 font-mono text-muted text-xs" translate="no">
                      {row.code}
                    </code>
                  ) : null}
                  {row.href ? <TextLink href={row.href}>{row.label}</TextLink> : row.label}
                </RowHeaderCell>
                <Cell numeric>{row.value}</Cell>
                {columns.change ? <Cell numeric>{row.change}</Cell> : null}
                <Cell>
                  <div className="flex items-center gap-2">
                    <div className="relative h-3 min-w-12 flex-1" aria-hidden="true">
                      <div
                        data-mark=""
                        className="h-full rounded-r-sm bg-chart-1"
                        style={{ width: `${(Math.max(0, row.share) / longest) * 100}%` }}
                      />
                      {row.previousShare === undefined ? null : (
                        <div
                          className="-top-0.5 -bottom-0.5 absolute border-ink border-l-2"
                          style={{ insetInlineStart: `${(Math.max(0, row.previousShare) / longest) * 100}%` }}
                        />
                      )}
                    </div>
                    <span className="w-12 text-right" translate="no">
                      {formatPercent(locale, row.share)}
                    </span>
                    {row.previousShare === undefined ? null : (
                      <span className="sr-only">
                        {t('previousShare', { share: formatPercent(locale, row.previousShare) })}
                      </span>
                    )}
                  </div>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </TableRegion>
      {tickNote ? (
        <p className="flex items-center gap-2 border-line border-t px-4 py-2 text-muted text-xs">
          <span className="h-4 border-ink border-l-2" aria-hidden="true" />
          {tickNote}
        </p>
      ) : null}
    </>
  );
}
