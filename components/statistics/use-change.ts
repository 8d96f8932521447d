import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/components/ui/format';
import type { StatChange } from '@/components/ui/stat';
import { movementOf } from '@/lib/statistics/movement';
import type { Comparison } from '@/lib/statistics/period';

const DIRECTIONS = { more: 'up', new: 'up', less: 'down', level: 'level' } as const;

/** Says how a figure moved against the compared period; undefined without comparison. */
export function useChange(compare: Comparison): (now: bigint, before: bigint | null) => StatChange | undefined {
  const t = useTranslations('statistics.change');
  const locale = useLocale();
  return (now, before) => {
    const { kind, ratio } = movementOf(now, before);
    if (kind === 'none') return undefined;
    const percent = formatPercent(locale, Math.abs(ratio));
    return { text: t(kind, { percent, compare }), direction: DIRECTIONS[kind] };
  };
}
