import { useTranslations } from 'next-intl';
import { Stat, StatRow } from '@/components/ui/stat';
import type { SimulationView } from '@/db/queries/simulation/get-simulation';
import { chargePair, type Pair, workloadOf } from '@/lib/simulation/figures';
import { type PairUnit, usePairText } from './pair-text';

/** What a simulation says in four figures, each with its difference to what was. */
export function HeadlineFigures({ simulation }: { simulation: SimulationView }) {
  const t = useTranslations('simulation');
  const { result, changes, currency, minorDigits } = simulation;
  const textOf = usePairText(minorDigits);
  const work = workloadOf(result.controls, changes.minutes);
  const figures: readonly { label: string; pair: Pair; unit: PairUnit; sign?: string }[] = [
    { label: t('figure.charges'), pair: chargePair(result.total, 'charges'), unit: 'amount', sign: currency },
    { label: t('figure.dutiable'), pair: chargePair(result.total, 'dutiable'), unit: 'count' },
    { label: t('work.all'), pair: work.count, unit: 'count' },
    { label: t('comparePage.missed'), pair: { was: 0n, simulated: BigInt(work.missed) }, unit: 'count' },
  ];
  return (
    <StatRow>
      {figures.map(({ label, pair, unit, sign }) => {
        const { simulated, difference, percent } = textOf(pair, unit);
        const moved = pair.simulated - pair.was;
        return (
          <Stat
            key={label}
            label={label}
            value={<span translate="no">{simulated}</span>}
            unit={sign}
            change={{
              text: pair.was === 0n ? difference : t('figure.moved', { difference, percent }),
              direction: moved > 0n ? 'up' : moved < 0n ? 'down' : 'level',
            }}
          />
        );
      })}
    </StatRow>
  );
}
