import { useLocale } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';

/** An estimated amount in minor units as whole euros: cents would claim a precision that no sample has. */
export function useEuros(): (minor: number) => string {
  const locale = useLocale();
  return (minor) => formatDecimal(locale, Math.round(minor / 100), 0);
}
