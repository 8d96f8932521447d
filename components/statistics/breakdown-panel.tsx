import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ShareBars } from '@/components/charts/share-bars';
import type { Sort } from '@/components/table/table-parts';
import { formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { type Breakdown, type BreakdownRow, sharesOf } from '@/lib/statistics/breakdown';
import type { FilterDimension, Rank } from '@/lib/statistics/filter';
import type { Figure } from '@/lib/statistics/measures';
import { PERCENT_BASE_MIN } from '@/lib/statistics/movement';
import type { Comparison } from '@/lib/statistics/period';
import { FigureValue, formatFigure, useUnitWord } from './figure-value';
import { MemberName, useMemberText } from './member-name';
import { useDifference } from './use-change';

export type BreakdownDimension = Extract<
  FilterDimension,
  'origin' | 'chapter' | 'marketplace' | 'channel' | 'lane' | 'office'
>;

type BreakdownPanelProps = {
  by: BreakdownDimension;
  figure: Figure;
  breakdown: Breakdown;
  currency: PolicyCurrency;
  officeNames: ReadonlyMap<string, string>;
  /** This page narrowed to the member. */
  hrefOf: (member: string) => string;
  /** In what order the members stand, and the page in the other order. */
  rank: Rank;
  rankHref: (rank: Rank) => string;
  compare: Comparison;
  actions?: ReactNode;
};

/** One figure by the members of a dimension, largest first; each name narrows the whole page to it. */
export function BreakdownPanel(props: BreakdownPanelProps) {
  const { by, figure, breakdown, currency, officeNames, hrefOf, rank, rankHref, compare, actions } = props;
  const t = useTranslations('statistics');
  const locale = useLocale();
  const memberText = useMemberText(officeNames);
  const name = t(`figure.${figure}`);
  const differenceOf = useDifference(figure, currency);
  const unitWord = useUnitWord(currency);
  const isCompared = breakdown.previousTotal !== null;
  const sortBy = (column: Rank): Sort => ({
    href: rankHref(column),
    direction: rank === column ? 'descending' : 'none',
  });
  const largest = breakdown.rows.reduce<BreakdownRow | undefined>(
    (most, row) => (most && most.value >= row.value ? most : row),
    undefined,
  );
  const summary =
    largest && breakdown.total > 0n && rank === 'value'
      ? t('breakdown.summary', {
          member: memberText(by, largest.member).text,
          share: formatPercent(locale, sharesOf(largest, breakdown).share),
          total: formatFigure(locale, figure, breakdown.total, currency),
          unit: unitWord(figure),
        })
      : t(breakdown.total > 0n ? 'breakdown.rankNote' : 'breakdown.none');
  const rows = breakdown.rows.map((row) => {
    const text = memberText(by, row.member);
    return {
      key: row.member,
      label: <MemberName {...text} />,
      code: text.code,
      value: <FigureValue figure={figure} currency={currency} value={row.value} />,
      ...sharesOf(row, breakdown),
      change: differenceOf(row.value, row.previous),
      href: hrefOf(row.member),
    };
  });
  const rest = breakdown.rest
    ? [
        {
          // No member has this key: members are never empty.
          key: '',
          label: t('breakdown.rest', { count: breakdown.rest.members }),
          value: <FigureValue figure={figure} currency={currency} value={breakdown.rest.value} />,
          ...sharesOf(breakdown.rest, breakdown),
          change: differenceOf(breakdown.rest.value, breakdown.rest.previous),
        },
      ]
    : [];
  return (
    <Panel title={t(`breakdown.${by}`)} description={summary} actions={actions} flush>
      {rows.length > 0 ? (
        <ShareBars
          caption={t('breakdown.caption', { figure: name, dimension: t(`dimension.${by}`) })}
          columns={{
            label: t(`dimension.${by}`),
            value: name,
            share: t('breakdown.share'),
            change: isCompared ? t('breakdown.change') : undefined,
          }}
          sort={isCompared ? { value: sortBy('value'), change: sortBy('growth') } : undefined}
          tickNote={isCompared ? t('breakdown.tick', { compare, least: Number(PERCENT_BASE_MIN) }) : undefined}
          rows={[...rows, ...rest]}
        />
      ) : null}
    </Panel>
  );
}
