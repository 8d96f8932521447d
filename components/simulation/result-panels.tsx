import { useLocale, useTranslations } from 'next-intl';
import { MemberName, useMemberText } from '@/components/statistics/member-name';
import { formatDecimal } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import type { SimulationView } from '@/db/queries/simulation/get-simulation';
import { moneyText } from '@/lib/kernel/money';
import {
  CHARGE_FIGURES,
  chargePair,
  cutOf,
  isAmount,
  isShown,
  type Member,
  releaseTimes,
} from '@/lib/simulation/figures';
import { type PairRow, PairTable } from './pair-table';

/** Members a table shows before the rest is summed up. */
const SHOWN = 12;

type PanelProps = { simulation: SimulationView };

/** What is charged in all. */
export function ChargesPanel({ simulation }: PanelProps) {
  const t = useTranslations('simulation');
  const locale = useLocale();
  const { result, currency, minorDigits } = simulation;
  const { total } = result;
  const rows = CHARGE_FIGURES.map((figure) => ({ figure, pair: chargePair(total, figure) }));
  const value = formatDecimal(locale, moneyText(total.valueMinor, minorDigits), minorDigits);
  return (
    <Panel
      title={t('charges.title')}
      description={t('charges.lead', { consignments: total.consignments, items: total.items, value, currency })}
      flush
    >
      <PairTable
        caption={t('charges.caption')}
        head={t('figure.figure')}
        minorDigits={minorDigits}
        rows={rows.flatMap(({ figure, pair }): PairRow[] =>
          isShown(figure, pair)
            ? [{ key: figure, label: t(`figure.${figure}`), pair, unit: isAmount(figure) ? 'amount' : 'count' }]
            : [],
        )}
      />
    </Panel>
  );
}

/** What is charged in each month of receipt. */
export function MonthsPanel({ simulation }: PanelProps) {
  const t = useTranslations('simulation');
  const locale = useLocale();
  const { result, currency, minorDigits } = simulation;
  const monthName = (month: string) =>
    new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${month}-01T00:00:00Z`),
    );
  const rows = result.months.map(({ member, sums }) => ({ member, pair: chargePair(sums, 'charges') }));
  const most = rows.reduce<(typeof rows)[number] | null>(
    (top, row) => (top && top.pair.simulated >= row.pair.simulated ? top : row),
    null,
  );
  const money = (minor: bigint) => formatDecimal(locale, moneyText(minor, minorDigits), minorDigits);
  return (
    <Panel
      title={t('months.title')}
      description={
        most
          ? t('months.most', {
              month: monthName(most.member),
              was: money(most.pair.was),
              simulated: money(most.pair.simulated),
              currency,
            })
          : undefined
      }
      flush
    >
      <PairTable
        caption={t('months.caption')}
        head={t('months.month')}
        minorDigits={minorDigits}
        hasBars
        rows={rows.map(({ member, pair }) => ({ key: member, label: monthName(member), pair, unit: 'amount' }))}
      />
    </Panel>
  );
}

type CutPanelProps = PanelProps & {
  by: 'origin' | 'chapter' | 'marketplace';
  members: readonly Member[];
};

/** What is charged by the members of a dimension, those that move most first; the rest is summed up, never left out. */
export function CutPanel({ simulation, by, members }: CutPanelProps) {
  const t = useTranslations('simulation.cut');
  const memberText = useMemberText(new Map());
  const { rows, rest } = cutOf(members, SHOWN);
  const lines = rows.map(({ member, sums }) => {
    const text = memberText(by, member);
    const label = (
      <>
        {text.code ? (
          <code className="mr-2 font-mono text-muted text-xs" translate="no">
            {text.code}
          </code>
        ) : null}
        <MemberName {...text} />
      </>
    );
    return { key: member, label, pair: chargePair(sums, 'charges'), unit: 'amount' as const };
  });
  const others = rest
    ? [
        {
          // No member has this key: members are never empty.
          key: '',
          label: t('rest', { count: rest.members }),
          pair: chargePair(rest.sums, 'charges'),
          unit: 'amount' as const,
        },
      ]
    : [];
  return (
    <Panel title={t(by)} description={t('lead', { currency: simulation.currency })} flush>
      <PairTable
        caption={t(by)}
        head={t(`member.${by}`)}
        minorDigits={simulation.minorDigits}
        hasBars
        rows={[...lines, ...others]}
      />
    </Panel>
  );
}

/** How long consignments are to be expected until they are released. */
export function ReleasePanel({ simulation }: PanelProps) {
  const t = useTranslations('simulation.release');
  const tChannel = useTranslations('queue.channel');
  const rows = releaseTimes(simulation.result.controls).flatMap(({ channel, was, simulated }) =>
    was === null || simulated === null
      ? []
      : [
          {
            ...{ key: channel, label: tChannel(channel as 'post'), unit: 'seconds' as const },
            pair: { was: BigInt(Math.round(was)), simulated: BigInt(Math.round(simulated)) },
          },
        ],
  );
  return (
    <Panel title={t('title')} description={t('lead')} flush>
      <PairTable
        caption={t('caption')}
        head={t('channel')}
        minorDigits={0}
        rows={rows}
        empty={<State kind="empty" title={t('none')} />}
      />
    </Panel>
  );
}
