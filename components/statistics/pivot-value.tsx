import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { Cell } from '@/components/table/table-parts';
import { formatPercent } from '@/components/ui/format';
import { TextLink } from '@/components/ui/text-link';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { exploredUnit } from '@/lib/statistics/explored-figures';
import { isPercentTold, movementOf } from '@/lib/statistics/movement';
import type { Head, TableCell } from '@/lib/statistics/pivot-table';
import { useCellText } from './use-pivot-text';

/** How much of the mark's colour the largest cell has: ink on it stays above 7:1 in both themes. */
const HEAT_MAX = 30;

/** The ground of a cell: more colour, larger figure; what fell in another colour than what rose, so that it is read without the sign too. */
function groundOf(heat: number): { background: string } | undefined {
  if (heat === 0) return undefined;
  const colour = heat > 0 ? 'var(--color-chart-1)' : 'var(--color-chart-2)';
  return { background: `color-mix(in oklab, ${colour} ${Math.round(Math.abs(heat) * HEAT_MAX)}%, transparent)` };
}

type PivotValueProps = {
  head: Head;
  cell: TableCell | undefined;
  currency: PolicyCurrency;
  /** The list of what the cell counts. */
  href: string | null;
  className?: string;
};

/** One cell of a table of the explorer: exact, on a ground that tells its size. */
export function PivotValue({ head, cell, currency, href, className }: PivotValueProps) {
  const t = useTranslations('explore');
  const locale = useLocale();
  const cellText = useCellText(currency);
  const cellClass = clsx('border-line', className);
  if (!cell || cell.text === null)
    return (
      <Cell numeric className={clsx(cellClass, 'text-muted')}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t('undefined')}</span>
      </Cell>
    );
  const isNothing = !/[1-9]/.test(cell.text);
  const said = <span translate="no">{cellText(head, cell.text)}</span>;
  const growth = head.says === 'change' ? growthOf(head, cell) : null;
  return (
    <Cell numeric className={clsx(cellClass, isNothing && 'text-muted')} style={groundOf(cell.heat)}>
      {href && cell.value ? (
        <TextLink
          href={href}
          prefetch={false}
          className="text-ink! decoration-dotted decoration-line-strong hover:decoration-solid"
        >
          {said}
        </TextLink>
      ) : (
        said
      )}
      {growth === null ? null : (
        <span className="block font-normal text-ink text-xs" translate="no">
          {growth > 0 ? '+' : ''}
          {formatPercent(locale, growth)}
        </span>
      )}
    </Cell>
  );
}

/** A change in per cent of what was, where that says something. */
function growthOf({ figure }: Head, { value, before }: TableCell): number | null {
  if (value === null || before === null) return null;
  const { kind, ratio } = movementOf(value, before);
  if (kind !== 'more' && kind !== 'less') return null;
  return isPercentTold(ratio, exploredUnit(figure) === 'count' ? before : null) ? ratio : null;
}
