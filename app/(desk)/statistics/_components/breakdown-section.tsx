import { Download } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { type BreakdownDimension, BreakdownPanel } from '@/components/statistics/breakdown-panel';
import { ButtonLink } from '@/components/ui/button-link';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { getBreakdown } from '@/db/queries/statistics/get-breakdown';
import { narrowed, statisticsFilterParams } from '@/lib/statistics/filter';
import type { SectionProps } from './section-props';

const MEMBERS = 8;

type BreakdownSectionProps = SectionProps & {
  by: BreakdownDimension;
  officeNames: ReadonlyMap<string, string>;
};

/** The chosen figure by one dimension. */
export async function BreakdownSection({
  actor,
  filter,
  resolved,
  pinnedParams,
  by,
  officeNames,
}: BreakdownSectionProps) {
  const [t, breakdown, currency] = await Promise.all([
    getTranslations('statistics'),
    getBreakdown(actor, filter, resolved, by, MEMBERS),
    getCurrency(),
  ]);
  return (
    <BreakdownPanel
      by={by}
      figure={filter.measure}
      breakdown={breakdown}
      currency={currency}
      officeNames={officeNames}
      rank={filter.rank}
      rankHref={(rank) => routes.statistics(statisticsFilterParams({ ...filter, rank }))}
      compare={filter.compare}
      hrefOf={(member) => routes.statistics(statisticsFilterParams(narrowed(filter, by, member)))}
      actions={
        <ButtonLink
          size="sm"
          variant="ghost"
          download
          href={routes.statisticsExport('breakdown', { ...pinnedParams, by })}
          icon={<Download className="size-4" aria-hidden="true" />}
        >
          <span aria-hidden="true">{t('export.breakdown')}</span>
          <span className="sr-only">{t('export.label', { what: t(`breakdown.${by}`) })}</span>
        </ButtonLink>
      }
    />
  );
}
