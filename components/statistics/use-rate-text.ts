import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import type { Rate } from '@/lib/kernel/wilson';

/** A rate as it is read with trust: its counts, itself, and the interval it lies in. `3 of 40 (7.5 %, 2.6–19.9 %)`. */
export function useRateText(): (rate: Rate) => string {
  const t = useTranslations('ui');
  const locale = useLocale();
  const percent = (ratio: number) => formatPercent(locale, ratio);
  return ({ hits, of, rate, low, high }) =>
    t('rate', {
      hits: formatDecimal(locale, hits),
      of: formatDecimal(locale, of),
      rate: percent(rate),
      low: percent(low),
      high: percent(high),
    });
}
