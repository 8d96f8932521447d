import { formatCompact, formatDecimal, formatPercent } from '@/components/ui/format';
import type { ValueFormat } from './chart-types';

/** A value as an axis prints it: few digits. */
export function axisValue(locale: string, value: number, format: ValueFormat): string {
  if (format === 'percent') return formatPercent(locale, value, 0);
  return Math.abs(value) >= 10_000 ? formatCompact(locale, value) : formatDecimal(locale, value);
}

/** A value as the tooltip prints it: exact, except for `compact`. */
export function tooltipValue(locale: string, value: number, format: ValueFormat): string {
  switch (format) {
    case 'percent':
      return formatPercent(locale, value, 1);
    case 'compact':
      return formatCompact(locale, value);
    case 'decimal':
      return formatDecimal(locale, value, 2);
    case 'count':
      return formatDecimal(locale, value, 0);
  }
}
