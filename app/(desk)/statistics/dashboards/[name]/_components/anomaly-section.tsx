import { getTranslations } from 'next-intl/server';
import { routes } from '@/app/_server/routes';
import { AnomalyText } from '@/components/statistics/anomaly-text';
import { ButtonLink } from '@/components/ui/button-link';
import { Panel } from '@/components/ui/panel';
import { listAnomalies } from '@/db/queries/statistics/list-anomalies';
import { anomalyQuestion } from '@/lib/statistics/anomaly-question';
import { questionParams } from '@/lib/statistics/question';
import type { PartProps } from './part-section';

const SHOWN = 5;

/** The latest unusual days that nobody has acknowledged, whatever period the page shows. */
export async function AnomalySection({ actor, officeNames }: PartProps) {
  const [t, { rows, judgedTo }] = await Promise.all([
    getTranslations('dashboards.anomaly'),
    listAnomalies(actor, { isOpen: true, limit: SHOWN }),
  ]);
  return (
    <Panel
      title={t('title')}
      flush
      actions={
        <ButtonLink size="sm" variant="ghost" href={routes.anomalies()}>
          {t('more')}
        </ButtonLink>
      }
    >
      {rows.length === 0 ? (
        <p className="px-4 py-3 text-muted text-sm">{t(judgedTo ? 'noneText' : 'fewText')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {rows.map((anomaly) => (
            <li key={anomaly.id} className="px-4 py-3">
              <AnomalyText
                anomaly={anomaly}
                officeNames={officeNames}
                href={routes.explore(questionParams(anomalyQuestion(anomaly)))}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
