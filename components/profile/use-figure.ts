import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { Field } from '@/lib/profile/fields';

/** A figure of a field as a person reads it, with its unit; amounts in the currency of the administration, all their decimals. */
export function useFigure({ currency, minorDigits }: PolicyCurrency): (field: Field, value: number) => string {
  const t = useTranslations('profile.unit');
  const locale = useLocale();
  return ({ unit }, value) => {
    const plain =
      unit === 'minor' ? formatDecimal(locale, value / 10 ** minorDigits, minorDigits) : formatDecimal(locale, value);
    return unit && unit !== 'plain' ? `${plain} ${t(unit, { currency })}` : plain;
  };
}
