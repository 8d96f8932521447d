import { useTranslations } from 'next-intl';
import { Stat, StatRow } from '@/components/ui/stat';
import type { Resolved } from '@/lib/statistics/filter';
import { FIGURES, type Figure, type Figures, unitOf } from '@/lib/statistics/measures';
import type { Comparison } from '@/lib/statistics/period';
import { FigureValue } from './figure-value';
import { useChange, useDailyChange } from './use-change';

type TotalsProps = {
  totals: Figures;
  previous: Figures | null;
  compare: Comparison;
  resolved: Resolved;
  chosen: Figure;
  /** The page with this figure drawn. */
  hrefOf: (figure: Figure) => string;
};

/** Every figure of the period with its movement; a name draws that figure. */
export function Totals({ totals, previous, compare, resolved, chosen, hrefOf }: TotalsProps) {
  const t = useTranslations('statistics');
  const changeOf = useChange(compare);
  const dailyOf = useDailyChange(resolved);
  return (
    <section aria-label={t('totals')}>
      <StatRow columns={6}>
        {FIGURES.map((figure) => (
          <Stat
            key={figure}
            label={t(`figure.${figure}`)}
            href={figure === chosen ? undefined : hrefOf(figure)}
            value={<FigureValue figure={figure} value={totals[figure]} rounded />}
            unit={unitOf(figure) === 'count' ? undefined : t(`unit.${figure}`)}
            change={changeOf(totals[figure], previous?.[figure] ?? null)}
            hint={dailyOf(totals[figure], previous?.[figure] ?? null)}
          />
        ))}
      </StatRow>
    </section>
  );
}
