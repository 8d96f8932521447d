import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { digitsOf, type Figure, figureText } from '@/lib/statistics/measures';

/** A figure grouped for reading. `rounded`: whole units of the currency and kilograms, where the exact figure stands elsewhere. */
export function formatFigure(
  locale: string,
  figure: Figure,
  value: bigint,
  currency: PolicyCurrency,
  rounded = false,
): string {
  return formatDecimal(locale, figureText(figure, value, currency), rounded ? 0 : digitsOf(figure, currency));
}

type FigureValueProps = { figure: Figure; value: bigint; currency: PolicyCurrency; rounded?: boolean };

/** A figure in a table or a tile. */
export function FigureValue({ figure, value, currency, rounded }: FigureValueProps) {
  return (
    <span className="whitespace-nowrap" translate="no">
      {formatFigure(useLocale(), figure, value, currency, rounded)}
    </span>
  );
}

/** What a figure is counted in, as a word: the administration's currency where it is an amount. */
export function useUnitWord({ currency }: PolicyCurrency): (figure: Figure) => string {
  const t = useTranslations('statistics.unit');
  return (figure) => (figure === 'value' || figure === 'duty' || figure === 'vat' ? currency : t(figure));
}
