import { Download, List } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { SeriesFigure } from '@/components/statistics/series-figure';
import { Totals } from '@/components/statistics/totals';
import { ButtonLink } from '@/components/ui/button-link';
import { State } from '@/components/ui/state';
import { getCurrency } from '@/db/queries/policy/get-currency';
import type { DailyFigures } from '@/db/queries/statistics/get-daily-figures';
import { cleared, dimensionsOf, statisticsFilterParams } from '@/lib/statistics/filter';
import { hasPartialPoint, seriesOf, totalOf } from '@/lib/statistics/series';
import type { SectionProps } from './section-props';

/** The totals and the chosen figure over time: one query, so that the points sum to the totals. */
export async function OverviewSection({
  filter,
  resolved,
  pinnedParams,
  figures,
}: SectionProps & { figures: Promise<DailyFigures> }) {
  const [t, { current, previous: compared }, currency] = await Promise.all([
    getTranslations('statistics'),
    figures,
    getCurrency(),
  ]);
  const { period, previous: before, grain } = resolved;
  const totals = totalOf(current);
  const previous = compared ? totalOf(compared) : null;
  if (totals.items === 0n && totals.withdrawn === 0n) {
    const isFiltered = dimensionsOf(filter).length > 0;
    return (
      <State
        kind={isFiltered ? 'none-match' : 'empty'}
        title={t(isFiltered ? 'empty.filtered' : 'empty.title')}
        action={
          isFiltered ? (
            <ButtonLink href={routes.statistics(statisticsFilterParams(cleared(filter)))}>
              {t('empty.clear')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t(isFiltered ? 'empty.filteredText' : 'empty.text')}
      </State>
    );
  }
  const points = seriesOf(
    { period, days: current },
    before && compared ? { period: before, days: compared } : null,
    grain,
  );
  return (
    <>
      <Totals
        totals={totals}
        previous={previous}
        compare={filter.compare}
        resolved={resolved}
        currency={currency}
        chosen={filter.measure}
        hrefOf={(measure) => routes.statistics(statisticsFilterParams({ ...filter, measure }))}
      />
      <SeriesFigure
        figure={filter.measure}
        points={points}
        totals={totals}
        previous={previous}
        compare={filter.compare}
        resolved={resolved}
        currency={currency}
        isPartial={hasPartialPoint(period, grain)}
        actions={
          <>
            <ButtonLink
              size="sm"
              href={routes.statisticsItems(pinnedParams)}
              icon={<List className="size-4" aria-hidden="true" />}
            >
              {t('open')}
            </ButtonLink>
            <ButtonLink
              size="sm"
              download
              href={routes.statisticsExport('series', pinnedParams)}
              icon={<Download className="size-4" aria-hidden="true" />}
            >
              {t('export.series')}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
