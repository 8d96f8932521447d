import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/components/ui/format';
import type { StatChange } from '@/components/ui/stat';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { Resolved } from '@/lib/statistics/filter';
import { type Figure, type Figures, unitOf } from '@/lib/statistics/measures';
import { dailyMovementOf, isPercentTold, movementOf, PERCENT_BASE_MIN } from '@/lib/statistics/movement';
import type { Comparison } from '@/lib/statistics/period';
import { formatFigure, useUnitWord } from './figure-value';

const DIRECTIONS = { more: 'up', new: 'up', less: 'down', level: 'level' } as const;

const distance = (now: bigint, before: bigint) => (now > before ? now - before : before - now);

/** Says how far a figure moved: in per cent, or by the difference itself where the base is too small for a percentage. */
export function useDistance(
  currency: PolicyCurrency,
): (figure: Figure, now: bigint, before: bigint, base: bigint | null) => string {
  const unitWord = useUnitWord(currency);
  const locale = useLocale();
  return (figure, now, before, base) => {
    const { ratio } = movementOf(now, before);
    if (isPercentTold(ratio, base)) return formatPercent(locale, Math.abs(ratio));
    const text = formatFigure(locale, figure, distance(now, before), currency, true);
    return unitOf(figure) === 'count' ? text : `${text} ${unitWord(figure)}`;
  };
}

/**
 * Says how the figures of a period moved against the compared one; undefined without comparison. Percentages are told of enough
 * consignments alone.
 */
export function useChange(
  compare: Comparison,
  previous: Figures | null,
  currency: PolicyCurrency,
): (figure: Figure, now: bigint) => StatChange | undefined {
  const t = useTranslations('statistics.change');
  const distanceOf = useDistance(currency);
  return (figure, now) => {
    const before = previous?.[figure] ?? null;
    const { kind, ratio } = movementOf(now, before);
    if (kind === 'none' || before === null || !previous) return undefined;
    const base = previous.consignments;
    const isSmall = (kind === 'more' || kind === 'less') && !isPercentTold(ratio, base);
    return {
      text: t(kind, { percent: distanceOf(figure, now, before, base), compare }),
      direction: DIRECTIONS[kind],
      note: isSmall ? t('smallBase', { least: Number(PERCENT_BASE_MIN) }) : undefined,
    };
  };
}

/** Says how a figure moved per day, where the compared periods differ in length; undefined otherwise. */
export function useDailyChange(
  resolved: Resolved,
  previous: Figures | null,
): (figure: Figure, now: bigint) => string | undefined {
  const t = useTranslations('statistics.changeDaily');
  const locale = useLocale();
  return (figure, now) => {
    const movement = dailyMovementOf(now, previous?.[figure] ?? null, resolved);
    if (!movement || !previous || movement.kind === 'none' || movement.kind === 'new') return undefined;
    if (!isPercentTold(movement.ratio, previous.consignments)) return undefined;
    return t(movement.kind, { percent: formatPercent(locale, Math.abs(movement.ratio)) });
  };
}

/** Says by how much a member of a breakdown differs from the compared period; undefined without comparison. */
export function useDifference(
  figure: Figure,
  currency: PolicyCurrency,
): (now: bigint, before: bigint | null) => string | undefined {
  const t = useTranslations('statistics.breakdown');
  const locale = useLocale();
  return (now, before) => {
    const { kind, ratio } = movementOf(now, before);
    if (kind === 'none' || before === null) return undefined;
    const isTold = isPercentTold(ratio, unitOf(figure) === 'count' ? before : null);
    return t(kind, {
      difference: formatFigure(locale, figure, distance(now, before), currency, true),
      told: isTold ? 'yes' : 'no',
      percent: formatPercent(locale, Math.abs(ratio)),
    });
  };
}
