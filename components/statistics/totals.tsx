import { useTranslations } from 'next-intl';
import { Stat, StatRow } from '@/components/ui/stat';
import { TextLink } from '@/components/ui/text-link';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { Resolved } from '@/lib/statistics/filter';
import { type Figure, type Figures, TRADE_FIGURES, unitOf } from '@/lib/statistics/measures';
import type { Comparison } from '@/lib/statistics/period';
import { FigureValue, useUnitWord } from './figure-value';
import { useChange, useDailyChange } from './use-change';

type TotalsProps = {
  totals: Figures;
  previous: Figures | null;
  compare: Comparison;
  resolved: Resolved;
  chosen: Figure;
  currency: PolicyCurrency;
  /** The page with this figure drawn. */
  hrefOf: (figure: Figure) => string;
};

/** Every figure of the period with its movement; a name draws that figure. */
export function Totals({ totals, previous, compare, resolved, chosen, currency, hrefOf }: TotalsProps) {
  const t = useTranslations('statistics');
  const changeOf = useChange(compare, previous, currency);
  const unitWord = useUnitWord(currency);
  const dailyOf = useDailyChange(resolved, previous);
  return (
    <section aria-label={t('totals')}>
      <StatRow columns={6}>
        {TRADE_FIGURES.map((figure) => (
          <Stat
            key={figure}
            label={t(`figure.${figure}`)}
            href={figure === chosen ? undefined : hrefOf(figure)}
            value={<FigureValue figure={figure} value={totals[figure]} currency={currency} rounded />}
            unit={unitOf(figure) === 'count' ? undefined : <span translate="no">{unitWord(figure)}</span>}
            change={changeOf(figure, totals[figure])}
            hint={dailyOf(figure, totals[figure])}
          />
        ))}
      </StatRow>
      {totals.withdrawn > 0n || chosen === 'withdrawn' ? (
        <p className="mt-2 text-muted text-sm">
          {t('withdrawn.note', { count: Number(totals.withdrawn) })}{' '}
          {chosen === 'withdrawn' ? null : <TextLink href={hrefOf('withdrawn')}>{t('withdrawn.show')}</TextLink>}
        </p>
      ) : null}
    </section>
  );
}
