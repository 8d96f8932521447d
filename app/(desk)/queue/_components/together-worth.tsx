import { useTranslations } from 'next-intl';
import { AmountText } from '@/components/ui/money';
import { sumOf } from '@/lib/clearance/amount';
import type { TogetherRow } from './use-matching-rows';

/** What some rows are worth together, and the highest score among them. */
export function Worth({ rows }: { rows: readonly Pick<TogetherRow, 'value' | 'score'>[] }) {
  const t = useTranslations('queue.together');
  const value = sumOf(rows.map((row) => row.value));
  if (!value) return null;
  const score = Math.max(...rows.map((row) => row.score));
  return (
    <span className="text-muted">
      {t('worth')} <AmountText {...value} /> · {t('highest', { score })}
    </span>
  );
}
