import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { parameterName } from '@/components/policy/parameter-name';
import { DataTable } from '@/components/table/data-table';
import { ButtonLink } from '@/components/ui/button-link';
import { formatPercent } from '@/components/ui/format';
import { LaneBadge } from '@/components/ui/lane-badge';
import { AmountText } from '@/components/ui/money';
import { Panel } from '@/components/ui/panel';
import { Count, Duration } from '@/components/ui/quantity';
import type { Origin, PolicyOverview } from '@/db/queries/policy/get-policy-overview';

const data = (text: string) => <span translate="no">{text}</span>;

/** Columns every dated rule ends with. */
function useOriginColumns() {
  const t = useTranslations('riskdesk');
  return [
    {
      key: 'from',
      header: t('from'),
      className: 'whitespace-nowrap',
      cell: (row: Origin) => data(row.validFrom),
    },
    { key: 'source', header: t('source'), className: 'min-w-48', cell: (row: Origin) => data(row.source) },
  ];
}

type IndicatorsPanelProps = {
  policy: PolicyOverview;
  /** Whether the reader may see what each of them found. */
  seesFound: boolean;
};

/** Every indicator: when it fires, and for how many points. */
export function IndicatorsPanel({ policy, seesFound }: IndicatorsPanelProps) {
  const t = useTranslations('riskdesk');
  const tRisk = useTranslations('risk');
  return (
    <Panel
      title={t('indicators.title')}
      description={t('indicators.text')}
      actions={
        seesFound ? (
          <ButtonLink size="sm" href={routes.effectiveness()}>
            {t('indicators.found')}
          </ButtonLink>
        ) : null
      }
      flush
    >
      <DataTable
        caption={t('indicators.title')}
        captionHidden
        rows={policy.indicators}
        rowKey={(row) => row.code}
        maxHeight="none"
        columns={[
          {
            key: 'indicator',
            header: t('indicators.indicator'),
            rowHeader: true,
            cell: (row) => tRisk(`indicator.${row.code}.title`),
          },
          {
            key: 'points',
            header: t('indicators.points'),
            numeric: true,
            className: 'whitespace-nowrap',
            cell: ({ pointsFrom, pointsTo }) =>
              data(pointsFrom === pointsTo ? String(pointsTo) : `${pointsFrom} – ${pointsTo}`),
          },
          {
            key: 'rule',
            header: t('indicators.rule'),
            className: 'min-w-72',
            cell: (row) => t(`rule.${row.code}`, { ...row.values, currency: policy.currency }),
          },
          ...useOriginColumns(),
        ]}
      />
    </Panel>
  );
}

/** Where each lane begins, and the share drawn by chance. */
export function LanesPanel({ policy }: { policy: PolicyOverview }) {
  const t = useTranslations('riskdesk');
  const tClearance = useTranslations('clearance');
  const locale = useLocale();
  return (
    <Panel title={t('lanes.title')} flush>
      <DataTable
        caption={t('lanes.title')}
        captionHidden
        rows={policy.lanes}
        rowKey={(row) => row.lane}
        columns={[
          { key: 'lane', header: t('lanes.lane'), rowHeader: true, cell: (row) => <LaneBadge lane={row.lane} /> },
          {
            key: 'score',
            header: t('lanes.fromScore'),
            numeric: true,
            cell: (row) => <Count value={row.fromScore} />,
          },
          { key: 'meaning', header: t('lanes.meaning'), cell: (row) => tClearance(`laneMeaning.${row.lane}`) },
          ...useOriginColumns(),
        ]}
      />
      <p className="px-4 py-2 text-sm">
        <strong className="font-semibold">{t('lanes.random')}:</strong>{' '}
        {t('lanes.randomText', { share: formatPercent(locale, policy.random.probability) })}{' '}
        {policy.randomShareOfCapacity === null
          ? null
          : `${t('lanes.capacityText', { share: formatPercent(locale, policy.randomShareOfCapacity, 0) })} `}
        <span className="text-muted text-xs" translate="no">
          {policy.random.source}
        </span>
      </p>
    </Panel>
  );
}

/** The amounts the law draws its lines at. */
export function LimitsPanel({ policy }: { policy: PolicyOverview }) {
  const t = useTranslations('riskdesk');
  const tPolicy = useTranslations('policy');
  return (
    <Panel title={t('limits.title')} flush>
      <DataTable
        caption={t('limits.title')}
        captionHidden
        rows={policy.limits}
        rowKey={(row) => `${row.kind} ${row.key}`}
        columns={[
          {
            key: 'limit',
            header: t('limits.limit'),
            rowHeader: true,
            cell: (row) => parameterName(tPolicy, row.kind, row.key),
          },
          {
            key: 'amount',
            header: t('limits.amount'),
            numeric: true,
            cell: (row) => <AmountText {...row.limit} />,
          },
          {
            key: 'flat',
            header: t('limits.flat'),
            numeric: true,
            cell: (row) => (row.flat ? <AmountText {...row.flat} /> : null),
          },
          { key: 'citation', header: t('limits.citation'), cell: (row) => data(row.citation) },
          ...useOriginColumns(),
        ]}
      />
    </Panel>
  );
}

/** How long things may take. */
export function ClocksPanel({ policy }: { policy: PolicyOverview }) {
  const t = useTranslations('riskdesk');
  const tPolicy = useTranslations('policy');
  return (
    <Panel title={t('clocks.title')} flush>
      <DataTable
        caption={t('clocks.title')}
        captionHidden
        rows={policy.clocks}
        rowKey={(row) => row.key}
        columns={[
          { key: 'clock', header: t('clocks.clock'), rowHeader: true, cell: (row) => tPolicy(`clock.${row.key}`) },
          {
            key: 'time',
            header: t('clocks.time'),
            numeric: true,
            cell: (row) => <Duration seconds={row.minutes * 60} />,
          },
          ...useOriginColumns(),
        ]}
      />
    </Panel>
  );
}
