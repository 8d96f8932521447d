import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ShareBars } from '@/components/charts/share-bars';
import { formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { type Breakdown, sharesOf } from '@/lib/statistics/breakdown';
import type { FilterDimension } from '@/lib/statistics/filter';
import type { Figure } from '@/lib/statistics/measures';
import { FigureValue, formatFigure } from './figure-value';
import { MemberName, useMemberText } from './member-name';

export type BreakdownDimension = Extract<
  FilterDimension,
  'origin' | 'chapter' | 'marketplace' | 'channel' | 'lane' | 'office'
>;

type BreakdownPanelProps = {
  by: BreakdownDimension;
  figure: Figure;
  breakdown: Breakdown;
  officeNames: ReadonlyMap<string, string>;
  /** This page narrowed to the member. */
  hrefOf: (member: string) => string;
  actions?: ReactNode;
};

/** One figure by the members of a dimension, largest first; each name narrows the whole page to it. */
export function BreakdownPanel({ by, figure, breakdown, officeNames, hrefOf, actions }: BreakdownPanelProps) {
  const t = useTranslations('statistics');
  const locale = useLocale();
  const memberText = useMemberText(officeNames);
  const name = t(`figure.${figure}`);
  const largest = breakdown.rows[0];
  const summary =
    largest && breakdown.total > 0n
      ? t('breakdown.summary', {
          member: memberText(by, largest.member).text,
          share: formatPercent(locale, sharesOf(largest, breakdown).share),
          total: formatFigure(locale, figure, breakdown.total),
          unit: t(`unit.${figure}`),
        })
      : t('breakdown.none');
  const rows = breakdown.rows.map((row) => {
    const text = memberText(by, row.member);
    return {
      key: row.member,
      label: <MemberName {...text} />,
      code: text.code,
      value: <FigureValue figure={figure} value={row.value} />,
      ...sharesOf(row, breakdown),
      href: hrefOf(row.member),
    };
  });
  const rest = breakdown.rest
    ? [
        {
          // No member has this key: members are never empty.
          key: '',
          label: t('breakdown.rest', { count: breakdown.rest.members }),
          value: <FigureValue figure={figure} value={breakdown.rest.value} />,
          ...sharesOf(breakdown.rest, breakdown),
        },
      ]
    : [];
  return (
    <Panel title={t(`breakdown.${by}`)} description={summary} actions={actions} flush>
      {rows.length > 0 ? (
        <ShareBars
          caption={t('breakdown.caption', { figure: name, dimension: t(`dimension.${by}`) })}
          columns={{ label: t(`dimension.${by}`), value: name, share: t('breakdown.share') }}
          rows={[...rows, ...rest]}
        />
      ) : null}
    </Panel>
  );
}
