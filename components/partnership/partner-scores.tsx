import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { Count } from '@/components/ui/quantity';
import { State } from '@/components/ui/state';
import { TextLink } from '@/components/ui/text-link';
import type { ScorecardRow } from '@/db/queries/partnership/list-scorecards';
import { type ScoreMeasure, scoreOf } from '@/lib/partnership/score';
import { useScoreText } from './measure-table';

const SHOWN: readonly ScoreMeasure[] = ['beforeArrival', 'complete', 'coded', 'answeredInTime', 'findings'];

/** All partners with the measures of a month, for customs. */
export function PartnerScores({ rows, hrefOf }: { rows: readonly ScorecardRow[]; hrefOf: (id: string) => string }) {
  const t = useTranslations('partnership.scorecard');
  const trust = useTranslations('partnership.trust');
  const textOf = useScoreText();
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      rows={rows}
      rowKey={({ partnerId }) => partnerId}
      empty={
        <State kind="empty" title={t('list.empty')}>
          {t('emptyText')}
        </State>
      }
      columns={[
        {
          key: 'partner',
          header: t('list.partner'),
          rowHeader: true,
          cell: (row) => (
            <TextLink href={hrefOf(row.partnerId)}>
              <span translate="no">{row.partnerName}</span>
            </TextLink>
          ),
        },
        {
          key: 'trust',
          header: t('list.trust'),
          cell: (row) =>
            row.trust ? (
              <Badge tone="success">{trust(`level.${row.trust}`)}</Badge>
            ) : (
              <span className="text-muted">{t('list.none')}</span>
            ),
        },
        {
          key: 'consignments',
          header: t('summary.consignments'),
          numeric: true,
          cell: ({ counts }) => <Count value={counts.consignments} />,
        },
        ...SHOWN.map((measure) => ({
          key: measure,
          header: t(`measure.${measure}`),
          numeric: true,
          cell: ({ counts }: ScorecardRow) => {
            const value = scoreOf(measure, counts);
            return value === null ? <span className="text-muted">–</span> : textOf(measure, value);
          },
        })),
      ]}
    />
  );
}
