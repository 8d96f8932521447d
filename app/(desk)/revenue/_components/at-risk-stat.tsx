import { useTranslations } from 'next-intl';
import { useEstimate } from '@/components/statistics/use-estimate';
import { Stat } from '@/components/ui/stat';
import type { Interval } from '@/lib/kernel/weighted-rate';
import type { PolicyCurrency } from '@/lib/policy/policy';

type AtRiskStatProps = { label: string; estimate: Interval; money: PolicyCurrency; href: string };

/** An estimate with its interval: no amount of the accounts. */
export function AtRiskStat({ label, estimate, money, href }: AtRiskStatProps) {
  const t = useTranslations('collection.measures');
  const amount = useEstimate(money);
  return (
    <Stat
      label={label}
      value={amount(estimate.value)}
      unit={money.currency}
      hint={t('atRiskHint', { low: amount(estimate.low), high: amount(estimate.high) })}
      href={href}
    />
  );
}
