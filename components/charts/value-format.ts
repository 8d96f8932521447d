import { formatCompact, formatDecimal, formatPercent } from '@/components/ui/format';
import type { ValueFormat } from './chart-types';

/** A value as an axis prints it: few digits. */
export function axisValue(locale: string, value: number, format: ValueFormat): string {
  if (format === 'percent') return formatPercent(locale, value, percentDigits(value));
  return Math.abs(value) >= 10_000 ? formatCompact(locale, value) : formatDecimal(locale, value);
}

/** As many digits as a tick needs so that no two ticks read alike: small shares lie between whole per cents. */
function percentDigits(value: number): 0 | 1 | 2 {
  const isWholeTimes = (times: number) => Math.abs(value * times - Math.round(value * times)) < 1e-6;
  if (isWholeTimes(100)) return 0;
  return isWholeTimes(1_000) ? 1 : 2;
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
