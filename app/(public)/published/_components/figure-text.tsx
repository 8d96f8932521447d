import { useLocale } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';
import { numberOf } from '@/lib/publication/published';

/** A published figure, grouped; `c` and `:` as they are. */
export function FigureText({ figure }: { figure: string }) {
  const locale = useLocale();
  return <span translate="no">{numberOf(figure) === null ? figure : formatDecimal(locale, figure, 0)}</span>;
}
