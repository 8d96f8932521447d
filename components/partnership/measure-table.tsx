import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { formatDecimal, formatMonth, formatPercent } from '@/components/ui/format';
import type { MonthScorecard, ScoreLine } from '@/db/queries/partnership/get-scorecard';
import { PEERS_MIN, SCORE_RULES, type ScoreMeasure } from '@/lib/partnership/score';
import { TrendLine } from './trend-line';

const TONES = { better: 'success', alike: 'neutral', worse: 'warning' } as const;

/** Writes a measure as the reader does: a share in per cent, or hours. */
export function useScoreText(): (measure: ScoreMeasure, value: number) => string {
  const t = useTranslations('partnership.scorecard');
  const locale = useLocale();
  return (measure, value) =>
    SCORE_RULES[measure].unit === 'hours'
      ? t('hours', { hours: formatDecimal(locale, value.toFixed(1)) })
      : formatPercent(locale, value);
}

/** The measures of a month beside the month before and the other partners, with their trend. */
export function MeasureTable({ scorecard }: { scorecard: MonthScorecard }) {
  const t = useTranslations('partnership.scorecard');
  const locale = useLocale();
  const textOf = useScoreText();
  const { lines, counts, trendMonths, arePeersShared } = scorecard;
  const value = (measure: ScoreMeasure, figure: number | null) =>
    figure === null ? <span className="text-muted">–</span> : textOf(measure, figure);
  const outOf = ({ measure }: ScoreLine) => {
    const { part, whole, unit } = SCORE_RULES[measure];
    if (!counts || counts[whole] === 0) return <span className="text-muted">{t('nothing')}</span>;
    if (unit === 'hours') return formatDecimal(locale, counts[whole]);
    return t('of', { part: counts[part], whole: counts[whole] });
  };
  return (
    <DataTable
      caption={t('measures')}
      captionHidden
      rows={lines}
      rowKey={({ measure }) => measure}
      columns={[
        {
          key: 'measure',
          header: t('column.measure'),
          rowHeader: true,
          className: 'min-w-48',
          cell: ({ measure }) => (
            <>
              {t(`measure.${measure}`)}
              <span className="block font-normal text-muted text-xs">{t(`measureText.${measure}`)}</span>
            </>
          ),
        },
        {
          key: 'own',
          header: t('column.own'),
          numeric: true,
          cell: ({ measure, own }) => <strong>{value(measure, own)}</strong>,
        },
        { key: 'rows', header: t('column.rows'), numeric: true, className: 'whitespace-nowrap', cell: outOf },
        {
          key: 'before',
          header: t('column.before'),
          numeric: true,
          cell: ({ measure, before }) => value(measure, before),
        },
        ...(arePeersShared
          ? [
              {
                key: 'peers',
                header: t('column.peers'),
                className: 'whitespace-nowrap',
                cell: ({ measure, peers }: ScoreLine) =>
                  peers ? (
                    t('peerRange', {
                      low: textOf(measure, peers.low),
                      high: textOf(measure, peers.high),
                      middle: textOf(measure, peers.middle),
                    })
                  ) : (
                    <span className="text-muted">{t('noPeers', { count: PEERS_MIN })}</span>
                  ),
              },
              {
                key: 'standing',
                header: t('column.standing'),
                cell: ({ standing }: ScoreLine) =>
                  standing ? <Badge tone={TONES[standing]}>{t(`standing.${standing}`)}</Badge> : null,
              },
            ]
          : []),
        {
          key: 'trend',
          header: t('column.trend'),
          cell: ({ measure, trend }) => (
            <TrendLine
              values={trend}
              most={SCORE_RULES[measure].unit === 'share' ? 1 : undefined}
              text={t('trendText', {
                measure: t(`measure.${measure}`),
                values: trend
                  .map((figure, index) => {
                    const month = formatMonth(locale, trendMonths[index] ?? '');
                    return `${month} ${figure === null ? t('nothing') : textOf(measure, figure)}`;
                  })
                  .join('; '),
              })}
            />
          ),
        },
      ]}
    />
  );
}
