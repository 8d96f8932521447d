import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { useDurationText } from '@/components/ui/use-duration-text';
import type { EventDetail } from '@/db/queries/consignment/consignment-detail';
import { CLOCK_PARTIES, type ClockParty, clockIntervals, secondsByParty } from '@/lib/clearance/time-release';

/** Told apart by lightness and, in the list below, by word. */
const FILLS: Readonly<Record<ClockParty, string>> = {
  customs: 'bg-chart-1',
  partner: 'bg-chart-2',
  agency: 'bg-chart-3',
  recipient: 'bg-chart-4',
};

type ClockPanelProps = { events: readonly EventDetail[]; receivedAt: string; now: string };

/** Where the time went since receipt: a bar of stretches in their order, and the sum with each party. */
export function ClockPanel({ events, receivedAt, now }: ClockPanelProps) {
  const t = useTranslations('consignment.clock');
  const duration = useDurationText();
  const intervals = clockIntervals(events, Date.parse(receivedAt), Date.parse(now));
  const seconds = secondsByParty(intervals);
  const all = CLOCK_PARTIES.reduce((sum, party) => sum + seconds[party], 0);
  if (all === 0) return null;
  return (
    <Panel title={t('title', { time: duration(all) })} description={t('text')}>
      <div aria-hidden="true" className="flex h-3 gap-px overflow-hidden rounded-sm">
        {intervals.map(({ party, step, fromMs, toMs }) => (
          <span
            key={fromMs}
            title={t(`step.${step}`)}
            className={clsx('min-w-px', FILLS[party])}
            style={{ flexGrow: toMs - fromMs }}
          />
        ))}
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {CLOCK_PARTIES.filter((party) => seconds[party] > 0).map((party) => (
          <li key={party} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={clsx('size-2.5 rounded-sm', FILLS[party])} />
            {t(`party.${party}`)} <span className="text-muted">{duration(seconds[party])}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
