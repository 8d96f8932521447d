import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ButtonLink } from '@/components/ui/button-link';
import { State } from '@/components/ui/state';
import { cleared, type StatisticsFilter, statisticsFilterParams } from '@/lib/statistics/filter';
import { NARROW_PER_DAY, QUERY_SET_MIN } from '@/lib/statistics/query-set';

/** Stands for figures of few consignments once their limit of the day is reached. */
export function TooNarrow({ filter }: { filter: StatisticsFilter }) {
  const t = useTranslations('statistics.narrow');
  const tEmpty = useTranslations('statistics.empty');
  return (
    <State
      kind="error"
      title={t('title', { least: QUERY_SET_MIN })}
      action={
        <ButtonLink href={routes.statistics(statisticsFilterParams(cleared(filter)))}>{tEmpty('clear')}</ButtonLink>
      }
    >
      {t('text', { least: QUERY_SET_MIN, most: NARROW_PER_DAY })}
    </State>
  );
}
