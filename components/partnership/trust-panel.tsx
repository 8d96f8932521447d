import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/table/data-table';
import { Badge, type Tone } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { PartnerTrust, TrustStatusRow } from '@/db/queries/partnership/list-trust';
import { type Measured, measureTrust, TRUST_LEVELS } from '@/lib/partnership/trust';

const TONES: Readonly<Record<TrustStatusRow['state'], Tone>> = {
  proposed: 'info',
  granted: 'success',
  rejected: 'neutral',
  suspended: 'danger',
  replaced: 'neutral',
  lapsed: 'neutral',
};

type TrustPanelProps = {
  trust: PartnerTrust;
  /** The reader is the partner itself. */
  isOwn?: boolean;
  /** What the reader may do. */
  acts?: ReactNode;
};

/** Trust in a partner: what holds and what it changes, how the figures stand to each level, and what was decided before. */
export function TrustPanel({ trust, isOwn = false, acts }: TrustPanelProps) {
  const t = useTranslations('partnership.trust');
  const { inForce, figures, byFigures, all } = trust;
  return (
    <Panel title={isOwn ? t('titleOwn') : t('title')} description={t('lead')} id="trust">
      <div className="flex flex-col gap-4">
        <Callout tone={inForce ? 'success' : 'info'} title={inForce ? t(`level.${inForce.level}`) : t('none')}>
          {inForce
            ? t.rich('effect', {
                percent: inForce.drawPercent,
                day: () => <DateTime at={inForce.validTo} show="date" />,
              })
            : t('noneText')}
        </Callout>
        {acts ? (
          <div className="flex flex-wrap gap-2" data-print="hide">
            {acts}
          </div>
        ) : null}
        <div>
          <h3 className="font-semibold text-sm">{t('figures')}</h3>
          <p className="mb-1 text-muted text-sm">
            {t('figuresText', { from: figures.fromMonth.slice(0, 7), to: figures.toMonth.slice(0, 7) })}{' '}
            {byFigures ? t('byFigures', { level: t(`level.${byFigures}`) }) : t('byFiguresNone')}
          </p>
          <Criteria trust={trust} />
          <Sources terms={trust.terms} />
        </div>
        <div>
          <h3 className="mb-1 font-semibold text-sm">{t('history')}</h3>
          {all.length === 0 ? (
            <p className="text-muted text-sm">{t('historyNone')}</p>
          ) : (
            <History rows={all} isOwn={isOwn} />
          )}
        </div>
      </div>
    </Panel>
  );
}

function Criteria({ trust: { figures, terms } }: { trust: PartnerTrust }) {
  const t = useTranslations('partnership.trust');
  const byLevel = TRUST_LEVELS.flatMap((level) => {
    const asked = terms.get(level);
    return asked ? [{ level, measured: measureTrust(asked, figures) }] : [];
  });
  const criteria = byLevel[0]?.measured ?? [];
  const figure = ({ criterion }: Measured, value: number) =>
    criterion === 'consignments' ? String(value) : t('percent', { value: Math.round(value * 10) / 10 });
  return (
    <DataTable
      caption={t('figures')}
      captionHidden
      rows={criteria}
      rowKey={({ criterion }) => criterion}
      columns={[
        {
          key: 'criterion',
          header: t('column.criterion'),
          rowHeader: true,
          cell: (row) => t(`criterion.${row.criterion}`),
        },
        {
          key: 'reached',
          header: t('column.reached'),
          numeric: true,
          cell: (row) =>
            row.reached === null ? <span className="text-muted">{t('notMeasured')}</span> : figure(row, row.reached),
        },
        ...byLevel.map(({ level, measured }) => ({
          key: level,
          header: t(`level.${level}`),
          cell: ({ criterion }: Measured) => {
            const row = measured.find((one) => one.criterion === criterion);
            if (!row) return null;
            const asked = t(criterion === 'findings' ? 'atMost' : 'atLeast', { wanted: figure(row, row.wanted) });
            return (
              <span className="flex flex-wrap items-center gap-2">
                <Badge tone={row.isMet ? 'success' : 'warning'}>{row.isMet ? t('met') : t('missed')}</Badge>
                <span className="text-muted text-xs">{asked}</span>
              </span>
            );
          },
        })),
      ]}
    />
  );
}

/** Where it is laid down what the levels ask for; once where all say the same. */
function Sources({ terms }: Pick<PartnerTrust, 'terms'>) {
  const t = useTranslations('partnership.trust');
  const sources = [...new Set([...terms.values()].map(({ source }) => source))];
  if (sources.length === 0) return <p className="mt-1 text-muted text-sm">{t('noTerms')}</p>;
  return (
    <p className="mt-1 text-muted text-xs">
      {t('source')} <span translate="no">{sources.join('; ')}</span>
    </p>
  );
}

function History({ rows, isOwn }: { rows: readonly TrustStatusRow[]; isOwn: boolean }) {
  const t = useTranslations('partnership.trust');
  const by = (name: string | null, at: Date | null) =>
    at === null ? null : (
      <>
        {name ? <span translate="no">{name}, </span> : null}
        <DateTime at={at} />
      </>
    );
  return (
    <DataTable
      caption={t('history')}
      captionHidden
      rows={rows}
      rowKey={({ statusId }) => statusId}
      columns={[
        { key: 'level', header: t('column.level'), rowHeader: true, cell: (row) => t(`level.${row.level}`) },
        {
          key: 'state',
          header: t('column.state'),
          cell: ({ state }) => <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>,
        },
        { key: 'until', header: t('column.validTo'), cell: (row) => <DateTime at={row.validTo} show="date" /> },
        ...(isOwn
          ? []
          : [
              {
                key: 'by',
                header: t('column.by'),
                cell: (row: TrustStatusRow) => by(row.proposedByName, row.proposedAt),
              },
            ]),
        { key: 'decided', header: t('column.decidedBy'), cell: (row) => by(row.decidedByName, row.decidedAt) },
        {
          key: 'reason',
          header: t('column.reason'),
          className: 'min-w-40',
          cell: (row) => row.endReason ?? row.decisionNote ?? row.reason,
        },
      ]}
    />
  );
}
