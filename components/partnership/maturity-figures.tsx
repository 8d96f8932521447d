import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import { Money } from '@/components/ui/money';
import type { Resolution } from '@/db/queries/partnership/get-resolution';
import { FIGURES_OF, type MaturityFigure, type Principle } from '@/lib/partnership/resolution';

const COUNTS: readonly MaturityFigure[] = ['memoranda', 'published', 'lawPeriods'];

/** How far the administration has come with a principle, by its own figures. */
export function MaturityFigures({ principle, of }: { principle: Principle; of: Resolution }) {
  const t = useTranslations('partnership.resolution');
  const locale = useLocale();
  const { figures, currency } = of;
  const value = (figure: MaturityFigure) => {
    if (figure === 'extraCharges') {
      if (figures.extraCharges === null) return null;
      return (
        <Money minor={figures.extraCharges} currency={currency.currency} exponent={currency.minorDigits} showCurrency />
      );
    }
    const known = figures[figure];
    if (known === null) return null;
    if (figure === 'releaseHours') return t('hours', { hours: formatDecimal(locale, known.toFixed(1)) });
    return COUNTS.includes(figure) ? formatDecimal(locale, known) : formatPercent(locale, known);
  };
  return (
    <dl className="flex flex-col gap-0.5 text-sm">
      {FIGURES_OF[principle].map((figure) => (
        <div key={figure} className="flex flex-wrap justify-between gap-x-3">
          <dt className="text-muted">{t(`figure.${figure}`)}</dt>
          <dd className="font-semibold tabular-nums">
            {value(figure) ?? <span className="font-normal text-muted">{t('nothing')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
