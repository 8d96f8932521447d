import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/components/ui/format';
import type { StatChange } from '@/components/ui/stat';
import type { Resolved } from '@/lib/statistics/filter';
import type { Figure } from '@/lib/statistics/measures';
import { dailyMovementOf, movementOf } from '@/lib/statistics/movement';
import type { Comparison } from '@/lib/statistics/period';
import { formatFigure } from './figure-value';

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

/** Says how a figure moved per day, where the compared periods differ in length; undefined otherwise. */
export function useDailyChange(resolved: Resolved): (now: bigint, before: bigint | null) => string | undefined {
  const t = useTranslations('statistics.changeDaily');
  const locale = useLocale();
  return (now, before) => {
    const movement = dailyMovementOf(now, before, resolved);
    if (!movement || movement.kind === 'none' || movement.kind === 'new') return undefined;
    return t(movement.kind, { percent: formatPercent(locale, Math.abs(movement.ratio)) });
  };
}

/** Says by how much a member of a breakdown differs from the compared period; undefined without comparison. */
export function useDifference(figure: Figure): (now: bigint, before: bigint | null) => string | undefined {
  const t = useTranslations('statistics.breakdown');
  const locale = useLocale();
  return (now, before) => {
    const { kind, ratio } = movementOf(now, before);
    if (kind === 'none' || before === null) return undefined;
    const distance = now > before ? now - before : before - now;
    return t(kind, {
      difference: formatFigure(locale, figure, distance, true),
      percent: formatPercent(locale, Math.abs(ratio)),
    });
  };
}
