import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal, formatInstant, formatMonth, formatPercent } from '@/components/ui/format';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { type ExploredFigure, exploredUnit } from '@/lib/statistics/explored-figures';
import type { Grain } from '@/lib/statistics/period';
import type { Member } from '@/lib/statistics/pivot';
import { digitsOfHead, type Head } from '@/lib/statistics/pivot-table';
import type { Axis } from '@/lib/statistics/question';
import { type MemberText, useMemberText } from './member-name';

/** Says a point in time by its grain: a day, the week of a day, a month, a quarter, a year. */
export function usePointText(grain: Grain): (start: string) => string {
  const t = useTranslations('explore.point');
  const locale = useLocale();
  return (start) => {
    const day = formatInstant(locale, new Date(`${start}T00:00:00Z`), 'date');
    switch (grain) {
      case 'day':
        return day;
      case 'week':
        return t('week', { day });
      case 'month':
        return formatMonth(locale, start);
      case 'quarter':
        return t('quarter', { quarter: Math.ceil(Number(start.slice(5, 7)) / 3), year: start.slice(0, 4) });
      case 'year':
        return start.slice(0, 4);
    }
  };
}

/** Says a member of an axis, all that are told together, or the whole. */
export function useAxisText(
  officeNames: ReadonlyMap<string, string>,
  grain: Grain,
): (axis: Axis, member: Member) => MemberText {
  const t = useTranslations('explore.member');
  const memberText = useMemberText(officeNames);
  const pointText = usePointText(grain);
  return (axis, member) => {
    if (member.kind === 'total') return { text: t('total'), isData: false };
    if (member.kind === 'rest') return { text: t('rest', { count: member.count }), isData: false };
    return axis === 'time' ? { text: pointText(member.key), isData: true } : memberText(axis, member.key);
  };
}

/** Says the exact text of a cell for reading: grouped, shares in per cent, a change with its sign. */
export function useCellText(currency: PolicyCurrency): (head: Pick<Head, 'figure' | 'says'>, text: string) => string {
  const locale = useLocale();
  return (head, text) => {
    if (head.says === 'share') return formatPercent(locale, Number(text));
    const said = formatDecimal(locale, text, digitsOfHead(head, currency));
    return head.says === 'change' && /[1-9]/.test(text) && !text.startsWith('-') ? `+${said}` : said;
  };
}

/** What a figure is counted in, as a word. */
export function useExploredUnit({ currency }: PolicyCurrency): (figure: ExploredFigure) => string {
  const t = useTranslations('statistics.unit');
  return (figure) => {
    switch (exploredUnit(figure)) {
      case 'money':
        return currency;
      case 'mass':
        return t('mass');
      case 'hours':
        return t('releaseHours');
      case 'quantity':
        return t('quantity');
      case 'count':
        return t(figure);
    }
  };
}
