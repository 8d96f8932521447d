import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { Stat } from '@/components/ui/stat';
import { getRandomSample } from '@/db/queries/statistics/get-random-sample';
import type { Actor } from '@/lib/identity/actor';
import { dayOf } from '@/lib/kernel/dates';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { parseStatisticsFilter, resolveFilter } from '@/lib/statistics/filter';
import { askedAt } from '../../statistics/_components/asked-at';
import { AtRiskStat } from './at-risk-stat';

/** What would be charged on top if everything were examined, as the random sample of the last 90 days estimates it. */
export async function AtRisk({ actor, money }: { actor: Actor; money: PolicyCurrency }) {
  const filter = parseStatisticsFilter({ period: 'last90' });
  const [t, { all }] = await Promise.all([
    getTranslations('collection.measures'),
    getRandomSample(actor, filter, resolveFilter(filter, dayOf(askedAt()))),
  ]);
  const { revenueMinor } = all;
  if (!revenueMinor) {
    return (
      <Stat
        label={t('atRisk')}
        value="–"
        hint={t('atRiskFew', { examined: all.examined })}
        href={routes.randomSample()}
      />
    );
  }
  return <AtRiskStat label={t('atRisk')} estimate={revenueMinor} money={money} href={routes.randomSample()} />;
}
