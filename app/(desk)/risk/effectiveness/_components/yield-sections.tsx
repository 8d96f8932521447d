import { Download } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { YieldFigures } from '@/components/statistics/yield-figures';
import { ButtonLink } from '@/components/ui/button-link';
import { State } from '@/components/ui/state';
import { getCurrency } from '@/db/queries/policy/get-currency';
import { getYields } from '@/db/queries/statistics/get-yields';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import {
  EMPTY_STATISTICS_FILTER,
  narrowed,
  pinned,
  type Resolved,
  type StatisticsFilter,
  statisticsFilterParams,
} from '@/lib/statistics/filter';
import { yieldFilterParams } from '@/lib/statistics/yield-filter';
import type { YieldKey } from '@/lib/statistics/yields';

type YieldSectionsProps = { actor: Actor; filter: StatisticsFilter; resolved: Resolved };

/** All that rests on one question to the ledger: the same figures in sentence, bars, tables and files. */
export async function YieldSections({ actor, filter, resolved }: YieldSectionsProps) {
  const [t, yields, currency] = await Promise.all([
    getTranslations('yields'),
    getYields(actor, filter, resolved),
    getCurrency(),
  ]);
  if (yields.rows.length === 0)
    return (
      <State kind="empty" title={t('nothing')}>
        {t('nothingText')}
      </State>
    );
  const fixed = pinned(filter, resolved);
  const listed = { ...EMPTY_STATISTICS_FILTER, period: fixed.period, office: fixed.office };
  const seesProfiles = can(actor, 'profile.read');
  const hrefOf = ({ kind, key }: YieldKey) => {
    // A reason leads to its findings: as many consignments as the column says.
    if (kind === 'reason')
      return routes.statisticsItems(
        statisticsFilterParams(narrowed(narrowed(listed, 'reason', key), 'examination', 'finding')),
      );
    return (kind === 'profile' || kind === 'shadow') && seesProfiles ? routes.profile(key) : null;
  };
  const download = (dataset: 'yields' | 'overlaps') => (
    <ButtonLink
      size="sm"
      download
      href={routes.statisticsExport(dataset, yieldFilterParams(fixed))}
      icon={<Download className="size-4" aria-hidden="true" />}
    >
      <span aria-hidden="true">{t(`export.${dataset}`)}</span>
      <span className="sr-only">{t(`export.${dataset}Label`)}</span>
    </ButtonLink>
  );
  return (
    <YieldFigures
      yields={yields}
      currency={currency}
      hrefOf={hrefOf}
      downloads={{ yields: download('yields'), overlaps: download('overlaps') }}
    />
  );
}
