import { useLocale, useTranslations } from 'next-intl';
import { ChartFigure } from '@/components/charts/chart-figure';
import { TimeSeriesChart } from '@/components/charts/lazy-charts';
import { DataTable } from '@/components/table/data-table';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { formatDecimal, formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { Count } from '@/components/ui/quantity';
import type { DriftWeek } from '@/db/queries/model/get-drift';
import { DRIFT_LIMITS, driftLevel } from '@/lib/risk/model/drift';

const SCORE = 'rank';
/** Fields drawn beside the score: those that moved most. */
const FIELDS_DRAWN = 3;
const BOTH_LIMITS_UP_TO = 3 * DRIFT_LIMITS.alarm;

/** Says that the score of the version in force ranks the latest week's traffic far from how it ranked that of its training. */
export function DriftAlarm({ weeks, version }: { weeks: readonly DriftWeek[]; version: number }) {
  const t = useTranslations('model.drift');
  const locale = useLocale();
  const last = weeks.at(-1);
  const score = last?.indices[SCORE] ?? 0;
  if (!last || driftLevel(score) !== 'alarm') return null;
  return (
    <Callout tone="warning" title={t('alarmTitle')}>
      <p>
        {t('alarmText', {
          version,
          week: formatInstant(locale, new Date(`${last.weekOn}T00:00:00Z`), 'date'),
          index: formatDecimal(locale, score, 3),
          limit: formatDecimal(locale, DRIFT_LIMITS.alarm, 2),
        })}
      </p>
    </Callout>
  );
}

/** How far each week's traffic stands from that of the training: the score and the fields that moved most. */
export function DriftFigure({ weeks, version }: { weeks: readonly DriftWeek[]; version: number }) {
  const t = useTranslations('model');
  const locale = useLocale();
  const title = t('drift.title', { version });
  const last = weeks.at(-1);
  const moved = Object.entries(last?.indices ?? {})
    .filter(([field]) => field !== SCORE)
    .sort(([, a], [, b]) => b - a);
  const [most] = moved;
  if (!last || !most)
    return (
      <Panel title={title} description={t('drift.none')}>
        {null}
      </Panel>
    );
  const drawn = [SCORE, ...moved.slice(0, FIELDS_DRAWN).map(([field]) => field)];
  const index = (value: number | undefined) => formatDecimal(locale, value ?? 0, 3);
  const fieldName = (field: string) => t(`field.${field as 'rank'}`);
  const told = (_field: string, value: number) => `${index(value)} (${t(`drift.level.${driftLevel(value)}`)})`;
  const mostOf = (week: DriftWeek) =>
    Object.entries(week.indices)
      .filter(([field]) => field !== SCORE)
      .sort(([, a], [, b]) => b - a)[0] ?? [SCORE, 0];
  const score = last.indices[SCORE] ?? 0;
  const highest = Math.max(...weeks.flatMap(({ indices }) => drawn.map((field) => indices[field] ?? 0)));
  // Where the scale reaches far above them both limits would stand on each other.
  const limits: readonly ('watch' | 'alarm')[] = highest > BOTH_LIMITS_UP_TO ? ['alarm'] : ['watch', 'alarm'];
  return (
    <ChartFigure
      title={title}
      summary={t('drift.summary', {
        week: formatInstant(locale, new Date(`${last.weekOn}T00:00:00Z`), 'date'),
        index: index(score),
        level: t(`drift.level.${driftLevel(score)}`),
        field: fieldName(most[0]),
        most: index(most[1]),
        mostLevel: t(`drift.level.${driftLevel(most[1])}`),
      })}
      footnote={t('drift.footnote')}
      table={
        <DataTable
          caption={t('drift.caption')}
          captionHidden
          rows={weeks}
          rowKey={({ weekOn }) => weekOn}
          columns={[
            {
              key: 'week',
              header: t('drift.week'),
              rowHeader: true,
              cell: ({ weekOn }) => <DateTime at={`${weekOn}T00:00:00Z`} show="date" />,
            },
            {
              key: 'consignments',
              header: t('drift.consignments'),
              numeric: true,
              cell: ({ consignments }) => <Count value={consignments} />,
            },
            ...drawn.map((field) => ({
              key: field,
              header: fieldName(field),
              numeric: true,
              cell: ({ indices }: DriftWeek) => told(field, indices[field] ?? 0),
            })),
            {
              key: 'most',
              header: t('drift.most'),
              cell: (week: DriftWeek) => {
                const [field, value] = mostOf(week);
                return `${fieldName(field)}: ${told(field, value)}`;
              },
            },
          ]}
        />
      }
    >
      <TimeSeriesChart
        label={title}
        series={drawn.map((field) => ({ key: field, label: fieldName(field) }))}
        points={weeks.map(({ weekOn, indices }) => ({
          at: weekOn,
          values: Object.fromEntries(drawn.map((field) => [field, indices[field] ?? 0])),
        }))}
        kind="lines"
        unit={t('drift.unit')}
        format="decimal"
        references={limits.map((level) => ({
          value: DRIFT_LIMITS[level],
          text: t(`drift.limit.${level}`),
        }))}
      />
    </ChartFigure>
  );
}
