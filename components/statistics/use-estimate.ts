import { useLocale } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';
import type { PolicyCurrency } from '@/lib/policy/policy';

/** An estimated amount in minor units as whole units of the currency: its decimals would claim a precision that no sample has. */
export function useEstimate({ minorDigits }: PolicyCurrency): (minor: number) => string {
  const locale = useLocale();
  return (minor) => formatDecimal(locale, Math.round(minor / 10 ** minorDigits), 0);
}
