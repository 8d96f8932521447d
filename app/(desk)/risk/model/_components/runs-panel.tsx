import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import type { TrainingView } from '@/db/queries/model/list-models';

/** Trainings asked for of late, and what became of them. */
export function RunsPanel({ runs }: { runs: readonly TrainingView[] }) {
  const t = useTranslations('model.runs');
  return (
    <Panel title={t('title')} flush>
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={runs}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', header: t('at'), rowHeader: true, cell: ({ requestedAt }) => <DateTime at={requestedAt} /> },
          { key: 'by', header: t('by'), cell: ({ requestedByName }) => <bdi translate="no">{requestedByName}</bdi> },
          {
            key: 'state',
            header: t('state'),
            cell: ({ state, modelVersion, wanting, attempts }) => (
              <>
                {t(`outcome.${state}`, {
                  version: modelVersion ?? 0,
                  results: wanting?.results ?? 0,
                  findings: wanting?.findings ?? 0,
                  conform: wanting?.conform ?? 0,
                })}
                {attempts > 1 ? <span className="block text-muted text-xs">{t('attempts', { attempts })}</span> : null}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
