import { useLocale, useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { AcknowledgeForm } from '@/components/forms/acknowledge-form';
import { AnomalyText, useAnomalyName } from '@/components/statistics/anomaly-text';
import { formatInstant } from '@/components/ui/format';
import type { AnomalyRow } from '@/db/queries/statistics/list-anomalies';
import type { Actor } from '@/lib/identity/actor';
import { can } from '@/lib/identity/permissions';
import { anomalyQuestion } from '@/lib/statistics/anomaly-question';
import { questionParams } from '@/lib/statistics/question';
import { acknowledgeAnomalyAction } from '../actions';

type AnomalyItemProps = { anomaly: AnomalyRow; actor: Actor; officeNames: ReadonlyMap<string, string> };

/** One unusual day, with who acknowledged it or the way to do so. */
export function AnomalyItem({ anomaly, actor, officeNames }: AnomalyItemProps) {
  const t = useTranslations('dashboards.anomaly');
  const locale = useLocale();
  const name = useAnomalyName(officeNames)(anomaly);
  const { id, day, acknowledgedAt, acknowledgedByName, note } = anomaly;
  return (
    <li className="flex flex-col gap-x-6 px-4 py-3 lg:flex-row lg:items-center lg:justify-between">
      <AnomalyText
        anomaly={anomaly}
        officeNames={officeNames}
        href={routes.explore(questionParams(anomalyQuestion(anomaly)))}
      />
      {acknowledgedAt ? (
        <p className="pt-1 text-muted text-xs">
          {t.rich('done', {
            name: () => <bdi translate="no">{acknowledgedByName}</bdi>,
            at: formatInstant(locale, acknowledgedAt, 'datetime'),
          })}
          {note ? (
            <>
              {': '}
              <bdi translate="no">{note}</bdi>
            </>
          ) : null}
        </p>
      ) : can(actor, 'statistics.acknowledge') ? (
        <AcknowledgeForm
          action={acknowledgeAnomalyAction}
          idName="anomalyId"
          id={id}
          labels={{
            note: t('note'),
            submit: t('acknowledge'),
            submitOf: t('acknowledgeOf', { name, day: formatInstant(locale, new Date(`${day}T00:00:00Z`), 'date') }),
          }}
        />
      ) : null}
    </li>
  );
}
