import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import type { WorthBasis } from '@/lib/capacity/worth';

/** What a consignment is ranked by: its score, or what the model in force makes of it by its objective. */
export function WorthText({ worth, basis }: { worth: number; basis: WorthBasis }) {
  const t = useTranslations('capacity.worth');
  const locale = useLocale();
  const text = {
    score: () => t('score', { score: Math.round(worth * 100) }),
    chance: () => t('chance', { chance: formatPercent(locale, worth) }),
    revenue: () => t('revenue', { amount: formatDecimal(locale, worth, 2) }),
    balanced: () => t('balanced', { figure: formatDecimal(locale, worth, 2) }),
  };
  return <span className="whitespace-nowrap">{text[basis]()}</span>;
}
