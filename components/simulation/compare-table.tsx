import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import type { SimulationView } from '@/db/queries/simulation/get-simulation';
import {
  CHARGE_FIGURES,
  type ChargeFigure,
  chargePair,
  isAmount,
  isShown,
  type Pair,
  releaseTimes,
  workloadOf,
} from '@/lib/simulation/figures';
import { type PairUnit, usePairText } from './pair-text';

type Line = {
  readonly key: string;
  readonly label: string;
  readonly unit: PairUnit;
  /** One for each simulation; null where it has none. */
  readonly pairs: readonly (Pair | null)[];
  /** What stands where one has none. */
  readonly absent?: string;
};

/** Simulations in columns, their figures in lines: each as simulated, with its difference to what was. */
export function CompareTable({ simulations }: { simulations: readonly SimulationView[] }) {
  const t = useTranslations('simulation');
  const [first] = simulations;
  const textOf = usePairText(first?.minorDigits ?? 2);
  const lines = useLines(simulations);
  return (
    <DataTable
      caption={t('comparePage.caption')}
      captionHidden
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { key: 'figure', header: t('figure.figure'), rowHeader: true, cell: ({ label }) => label },
        ...simulations.map(({ id, title, fromOn, toOn }, index) => ({
          key: id,
          header: <bdi translate="no">{title}</bdi>,
          hint: (
            <>
              <DateTime at={`${fromOn}T00:00:00Z`} show="date" /> – <DateTime at={`${toOn}T00:00:00Z`} show="date" />
            </>
          ),
          numeric: true,
          cell: ({ pairs, unit, absent = '–' }: Line) => {
            const pair = pairs[index];
            if (!pair) return absent;
            const { was, simulated, difference, percent } = textOf(pair, unit);
            return (
              <>
                <span className="font-semibold">{simulated}</span>
                <span className="block text-muted text-xs">
                  {pair.was === 0n ? difference : t('figure.moved', { difference, percent })}
                </span>
                <span className="block text-muted text-xs">{t('comparePage.was', { was })}</span>
              </>
            );
          },
        })),
      ]}
    />
  );
}

function useLines(simulations: readonly SimulationView[]): readonly Line[] {
  const t = useTranslations('simulation');
  const tChannel = useTranslations('queue.channel');
  const work = simulations.map(({ result, changes }) => workloadOf(result.controls, changes.minutes));
  const times = simulations.map(({ result }) => releaseTimes(result.controls));
  const channels = [...new Set(times.flatMap((own) => own.map(({ channel }) => channel)))].sort();
  const missed = (count: number | bigint): Pair => ({ was: 0n, simulated: BigInt(count) });
  return [
    ...CHARGE_FIGURES.map(
      (figure): Line => ({
        key: figure,
        label: t(`figure.${figure}`),
        unit: isAmount(figure) ? 'amount' : 'count',
        pairs: simulations.map(({ result }) => chargePair(result.total, figure)),
        absent: t('comparePage.notCounted'),
      }),
    ).filter(({ key, pairs }) => pairs.some((pair) => isShown(key as ChargeFigure, pair))),
    ...(['documents', 'nii', 'physical'] as const).map(
      (control): Line => ({
        key: control,
        label: t(`work.control.${control}`),
        unit: 'count',
        pairs: work.map(({ lines }) => lines.find((line) => line.control === control)?.count ?? null),
      }),
    ),
    {
      key: 'hours',
      label: t('comparePage.workHours'),
      unit: 'minutes',
      pairs: work.map(({ minutes }) => minutes),
    },
    {
      key: 'missed',
      label: t('comparePage.missed'),
      unit: 'count',
      pairs: work.map(({ missed: count }) => missed(count)),
    },
    {
      key: 'missedAmount',
      label: t('comparePage.missedAmount'),
      unit: 'amount',
      pairs: work.map(({ missedMinor }) => missed(missedMinor)),
    },
    ...channels.map(
      (channel): Line => ({
        key: `release ${channel}`,
        label: `${t('release.title')}: ${tChannel(channel as 'post')}`,
        unit: 'seconds',
        pairs: times.map((own) => {
          const one = own.find((time) => time.channel === channel);
          if (!one || one.was === null || one.simulated === null) return null;
          return { was: BigInt(Math.round(one.was)), simulated: BigInt(Math.round(one.simulated)) };
        }),
      }),
    ),
  ];
}
