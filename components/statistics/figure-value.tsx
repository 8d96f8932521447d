import { useLocale } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';
import { type Figure, figureText, unitOf } from '@/lib/statistics/measures';

const EXACT_DIGITS = { count: 0, money: 2, mass: 3 } as const;

/** A figure grouped for reading. `rounded`: whole euros and kilograms, where the exact figure stands elsewhere. */
export function formatFigure(locale: string, figure: Figure, value: bigint, rounded = false): string {
  return formatDecimal(locale, figureText(figure, value), rounded ? 0 : EXACT_DIGITS[unitOf(figure)]);
}

/** A figure in a table or a tile. */
export function FigureValue({ figure, value, rounded }: { figure: Figure; value: bigint; rounded?: boolean }) {
  return (
    <span className="whitespace-nowrap" translate="no">
      {formatFigure(useLocale(), figure, value, rounded)}
    </span>
  );
}
