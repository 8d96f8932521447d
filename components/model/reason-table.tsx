import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeadCell, Row, RowHeaderCell, Table, TableCaption, TableRegion } from '@/components/table/table-parts';
import { formatDecimal, formatPercent } from '@/components/ui/format';
import type { ChanceView } from '@/db/queries/model/chance-of';
import { pointsOf } from '@/lib/risk/model/log-odds';
import { roundedToSum } from '@/lib/risk/model/rounded';
import { useReasonText } from './use-reason-text';

/** Base and reasons as a sum: the figures shown add up to the figure below them. */
export function ReasonTable({ view }: { view: ChanceView }) {
  const t = useTranslations('model');
  const locale = useLocale();
  const textOf = useReasonText();
  const [base = 0, ...shares] = roundedToSum([pointsOf(view.base), ...view.reasons.map(({ points }) => points)], 1);
  const total = Math.round(10 * pointsOf(view.logOdds)) / 10;
  const widest = Math.max(1, ...shares.map(Math.abs));
  const signed = (points: number) => `${points < 0 ? '−' : '+'}${formatDecimal(locale, Math.abs(points), 1)}`;
  return (
    <TableRegion label={t('chance.caption')} maxHeight="none">
      <Table>
        <TableCaption hidden>{t('chance.caption')}</TableCaption>
        <thead>
          <tr>
            <HeadCell>{t('chance.reason')}</HeadCell>
            <HeadCell numeric>{t('chance.points')}</HeadCell>
            <HeadCell className="w-1/5 max-sm:hidden">{t('chance.weight')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          <Row>
            <RowHeaderCell>{t('chance.base')}</RowHeaderCell>
            <Cell numeric>{signed(base)}</Cell>
            <Cell className="max-sm:hidden" />
          </Row>
          {view.reasons.map((reason, at) => {
            const points = shares[at] ?? 0;
            return (
              <Row key={reason.reason}>
                <RowHeaderCell>
                  <span className="font-medium">{t(`reason.${reason.reason}.name`)}</span>
                  <span className="block font-normal text-muted text-xs">
                    <bdi>{textOf(reason, view.currency)}</bdi>
                  </span>
                </RowHeaderCell>
                <Cell numeric>{signed(points)}</Cell>
                <Cell className="max-sm:hidden">
                  <div className="relative h-3 border-line border-x" aria-hidden="true">
                    <div
                      data-mark=""
                      className={clsx('absolute h-full', points < 0 ? 'bg-chart-2' : 'bg-chart-1')}
                      style={{
                        width: `${(50 * Math.abs(points)) / widest}%`,
                        insetInlineStart: points < 0 ? `${50 - (50 * Math.abs(points)) / widest}%` : '50%',
                      }}
                    />
                    <div className="absolute inset-y-0 border-ink border-l" style={{ insetInlineStart: '50%' }} />
                  </div>
                </Cell>
              </Row>
            );
          })}
        </tbody>
        <tfoot>
          <Row>
            <RowHeaderCell>
              <span className="font-semibold">{t('chance.sum')}</span>
              <span className="block font-normal text-muted text-xs">
                {t('chance.sumText', { points: signed(total), chance: formatPercent(locale, view.chance) })}
              </span>
            </RowHeaderCell>
            <Cell numeric>
              <strong className="font-semibold">{signed(total)}</strong>
            </Cell>
            <Cell className="max-sm:hidden" />
          </Row>
        </tfoot>
      </Table>
    </TableRegion>
  );
}
