import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/components/ui/format';
import type { WorthBasis } from '@/lib/capacity/worth';

/** What a consignment is ranked by: its score, or the chance the model gives it. */
export function WorthText({ worth, basis }: { worth: number; basis: WorthBasis }) {
  const t = useTranslations('capacity.worth');
  const locale = useLocale();
  const text =
    basis === 'score'
      ? t('score', { score: Math.round(worth * 100) })
      : t('chance', { chance: formatPercent(locale, worth) });
  return <span className="whitespace-nowrap">{text}</span>;
}
