import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Panel } from '@/components/ui/panel';
import { Count, Percent } from '@/components/ui/quantity';
import type { StandingCount, VintageView } from '@/db/queries/publication/list-vintages';
import { DATASET_IDS } from '@/lib/publication/datasets';
import { shareOf } from '@/lib/statistics/measures';

/** How much of each table is told: cells, and what they hold. */
export function KeptPanel({ vintage: { kept } }: { vintage: VintageView }) {
  const t = useTranslations('publication');
  return (
    <Panel title={t('page.kept')} description={t('page.keptText')} flush>
      <DataTable
        caption={t('page.kept')}
        captionHidden
        rows={DATASET_IDS}
        rowKey={(dataset) => dataset}
        columns={[
          {
            key: 'dataset',
            header: t('page.dataset'),
            rowHeader: true,
            cell: (dataset) => t(`dataset.${dataset}.title`),
          },
          {
            key: 'cells',
            header: t('page.cells'),
            numeric: true,
            cell: (dataset) => t('toldOf', { shown: kept[dataset].cellsShown, all: kept[dataset].cells }),
          },
          {
            key: 'size',
            header: t('page.size'),
            numeric: true,
            cell: (dataset) => <Percent ratio={shareOf(BigInt(kept[dataset].sizeShown), BigInt(kept[dataset].size))} />,
          },
        ]}
      />
    </Panel>
  );
}

/** Cells by how they stand and why: for people inside only. */
export function HiddenPanel({ standings }: { standings: readonly StandingCount[] }) {
  const t = useTranslations('publication');
  const why = ({ standing, because, role }: StandingCount) => {
    if (because && role) return t(`because.${because}`, { role: t(`role.${role}`) });
    if (standing === 'held') return t('page.change');
    return standing === 'hidden' ? t('page.secondary') : null;
  };
  return (
    <Panel title={t('page.hidden')} description={t('page.hiddenText')} flush>
      <DataTable
        caption={t('page.hidden')}
        captionHidden
        rows={standings}
        rowKey={({ dataset, standing, because, role }) => [dataset, standing, because, role].join()}
        columns={[
          {
            key: 'dataset',
            header: t('page.dataset'),
            rowHeader: true,
            cell: ({ dataset }) => t(`dataset.${dataset}.title`),
          },
          { key: 'standing', header: t('page.standing'), cell: ({ standing }) => t(`standing.${standing}`) },
          { key: 'because', header: t('page.because'), cell: why },
          { key: 'cells', header: t('page.count'), numeric: true, cell: ({ cells }) => <Count value={cells} /> },
        ]}
      />
    </Panel>
  );
}
