import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import type { SimulationView } from '@/db/queries/simulation/get-simulation';

/** What a simulation proved of itself: the engine asked again without changes gives what was charged. */
export function CheckPanel({ simulation }: { simulation: SimulationView }) {
  const t = useTranslations('simulation.check');
  const { charged, unrepeated, reselected, unrepeatedControls } = simulation;
  return (
    <Panel title={t('title')} id="check">
      <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
        <li>
          {t('charges', { same: charged - unrepeated, all: charged })}{' '}
          {unrepeated > 0 ? t('chargesOff', { off: unrepeated }) : null}
        </li>
        {reselected > 0 ? (
          <li>
            {t('controls', { same: reselected - unrepeatedControls, all: reselected })}{' '}
            {unrepeatedControls > 0 ? t('controlsOff', { off: unrepeatedControls }) : null}
          </li>
        ) : null}
      </ul>
    </Panel>
  );
}

/** What nobody should read into it. */
export function LimitsPanel({ simulation }: { simulation: SimulationView }) {
  const t = useTranslations('simulation.limits');
  const { parameters, profiles, indicators = [] } = simulation.changes;
  const shown = ['static', 'scores', 'declared', 'controls', 'gained'] as const;
  return (
    <Panel title={t('title')} id="limits">
      <ul className="flex max-w-prose list-disc flex-col gap-1 pl-5 text-sm">
        {shown.map((limit) => (
          <li key={limit}>{t(limit)}</li>
        ))}
        {parameters.some(({ kind }) => kind === 'threshold') ? <li>{t('thresholds')}</li> : null}
        {profiles.some(({ version }) => version !== null) ? <li>{t('profiles')}</li> : null}
        {indicators.length > 0 ? <li>{t('indicators')}</li> : null}
      </ul>
    </Panel>
  );
}
