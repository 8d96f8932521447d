import { useLocale, useTranslations } from 'next-intl';
import { formatDecimal } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { SimulationView } from '@/db/queries/simulation/get-simulation';
import { moneyText } from '@/lib/kernel/money';
import { type Workload, workloadOf } from '@/lib/simulation/figures';
import { PairTable } from './pair-table';

type WorkPanelProps = { simulation: SimulationView; officeNames: ReadonlyMap<string, string> };

/** Controls and hours, what would be missed and what gained, in all and by office. */
export function WorkPanel({ simulation, officeNames }: WorkPanelProps) {
  const t = useTranslations('simulation.work');
  const { result, changes, minorDigits } = simulation;
  const all = workloadOf(result.controls, changes.minutes);
  const offices = [...new Set(result.controls.map(({ officeId }) => officeId))].sort();
  return (
    <Panel title={t('title')} description={t('lead')} flush>
      <PairTable
        caption={t('caption')}
        head={t('controls')}
        minorDigits={0}
        rows={[
          ...all.lines.map(({ control, count }) => ({
            ...{ key: control, label: t(`control.${control}`), pair: count, unit: 'count' as const },
          })),
          { key: 'all', label: t('all'), pair: all.count, unit: 'count' },
          { key: 'hours', label: t('hours'), pair: all.minutes, unit: 'minutes' },
        ]}
      />
      <Findings work={all} simulation={simulation} />
      {offices.length > 1 ? (
        <>
          <h3 className="border-line border-t px-4 pt-3 pb-1 font-semibold text-sm">{t('offices')}</h3>
          <PairTable
            caption={t('officesCaption')}
            head={t('offices')}
            minorDigits={minorDigits}
            rows={offices.map((officeId) => {
              const own = result.controls.filter((cell) => cell.officeId === officeId);
              const { count } = workloadOf(own, changes.minutes);
              return { key: officeId, label: officeNames.get(officeId) ?? officeId, pair: count, unit: 'count' };
            })}
          />
        </>
      ) : null}
    </Panel>
  );
}

function Findings({ work, simulation }: { work: Workload; simulation: SimulationView }) {
  const t = useTranslations('simulation.work');
  const locale = useLocale();
  const { currency, minorDigits } = simulation;
  const { findings, missed, missedMinor, gained } = work;
  const amount = formatDecimal(locale, moneyText(missedMinor, minorDigits), minorDigits);
  return (
    <p className="border-line border-t px-4 py-2 text-sm">
      {findings === 0 ? t('noFindings') : t('missed', { findings, missed, amount, currency })}{' '}
      {gained > 0 ? t('gained', { count: gained }) : null}
    </p>
  );
}
